# Orca runs this file at its start, from its preferences folder. It replaces the voice with a speech server that writes each
# announcement, and each command to be silent, as a line of JSON into the file $ORCA_SPEECH.
import json
import os
import sys
import types

from orca import settings
from orca.speechserver import SayAllContext
from orca.speechserver import SpeechServer as Base

lines = open(os.environ["ORCA_SPEECH"], "a", buffering=1)


def write(**line):
    lines.write(json.dumps(line, ensure_ascii=False) + "\n")


class SpeechServer(Base):
    _server = None

    @staticmethod
    def getFactoryName():
        return "written"

    @staticmethod
    def getSpeechServers():
        return [SpeechServer.getSpeechServer()]

    @staticmethod
    def getSpeechServer(info=None):
        SpeechServer._server = SpeechServer._server or SpeechServer()
        return SpeechServer._server

    @staticmethod
    def shutdownActiveServers():
        pass

    def getInfo(self):
        return ["written", "written"]

    def getVoiceFamilies(self):
        return []

    def speak(self, text=None, acss=None, interrupt=True):
        # `interrupt` is ignored, as Orca's own server for Speech Dispatcher does.
        write(say=text or "")

    def speakCharacter(self, character, acss=None):
        write(say=character)

    def speakKeyEvent(self, event, acss=None):
        pass

    def sayAll(self, utteranceIterator, progressCallback):
        for context, acss in utteranceIterator:
            write(say=context.utterance)
            progressCallback(context.copy(), SayAllContext.COMPLETED)

    def stop(self):
        write(stop=True)

    def reset(self, text=None, acss=None):
        pass

    def shutdown(self):
        pass


module = types.ModuleType("written")
module.SpeechServer = SpeechServer
sys.modules["written"] = module
settings.speechServerFactory = "written"
settings.speechFactoryModules = ["written"]
settings.speechServerInfo = None
settings.enableBraille = False
settings.enableSound = False

# A loaded page is not read aloud, so its text does not mix with the announcements after a press.
settings.sayAllOnLoad = False
# Announces positions, such as "2 of 5".
settings.enablePositionSpeaking = True
