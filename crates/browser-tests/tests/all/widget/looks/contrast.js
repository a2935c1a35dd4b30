// How far every text, and every sign that means something, stands out from the ground it is on. Answers how much was
// measured, and what is too faint. Builds on colour.js.

let measured = 0;
const amiss = [];
const hold = (what, colour, ground, least) => {
    measured += 1;
    const is = ratio(colour, ground);
    if (is < least) {
        const code = (it) => '#' + it.slice(0, 3).map((part) => Math.round(part * 255).toString(16).padStart(2, '0')).join('');
        amiss.push(`${what}: ${is.toFixed(2)} of ${least}, ${code(colour)} on ${code(ground)}`);
    }
};

for (const { node, at } of texts) {
    const { color, fill, fontSize, fontWeight } = getComputedStyle(at);
    const size = parseFloat(fontSize);
    const large = size >= 24 || (size >= 18.66 && fontWeight >= 700);
    const drawn = at.namespaceURI.endsWith('svg') ? fill : color;
    hold(`“${node.data.trim().slice(0, 40)}”`, seen(at, parse(drawn)), seen(at), large ? 3 : 4.5);
}

/** Whether any of an element's ground and edges stands out from what is around it. */
const edged = (it, what = called(it)) => {
    const around = seen(above(it));
    const { borderTopColor, borderTopWidth, borderTopStyle } = getComputedStyle(it);
    const drawn = [seen(it)];
    if (borderTopStyle !== 'none' && borderTopWidth !== '0px') drawn.push(seen(it, parse(borderTopColor)));
    drawn.sort((a, b) => ratio(b, around) - ratio(a, around));
    hold('the edge of ' + what, drawn[0], around, 3);
};

for (const { it } of controls) {
    const style = getComputedStyle(it);
    if (it.matches('input')) {
        // Where colours are forced the control is the browser's own.
        if (style.appearance === 'none') edged(it);
        const tick = getComputedStyle(it, '::before');
        if (it.checked && tick.content !== 'none' && tick.display !== 'none') {
            hold('the tick of ' + called(it), seen(it, parse(tick.backgroundColor)), seen(it), 3);
        }
    } else if (it.matches('button, a') && !style.textDecorationLine.includes('underline')) {
        edged(it);
    }
    const mark = getComputedStyle(it, '::after');
    if (it.matches('summary') && mark.borderRightStyle === 'solid') {
        hold('the mark of ' + called(it), seen(it, parse(mark.borderRightColor)), seen(it), 3);
    }
}

// Signs that are drawn: a care card's icon, and the bars.
for (const it of elements.filter((it) => it.matches('.care-icon *, .bar *'))) {
    const { fill, stroke } = getComputedStyle(it);
    const drawn = stroke === 'none' ? fill : stroke;
    hold('the drawing of ' + called(above(it)), seen(it, parse(drawn)), seen(it), 3);
    // The length of a bar is told from its track, and both from what is around them.
    hold('the drawing of ' + called(above(it)) + ' on its card', seen(it, parse(drawn)), seen(above(above(it))), 3);
}

// Pictures: what they are drawn with on their ground, and what is marked in them on what it lies on as well. Their quiet
// lines and their fills only keep the others company.
for (const it of elements.filter((it) => it.matches('.picture :is(.body, .cloth, .mark, .spot)'))) {
    const { stroke, strokeOpacity } = getComputedStyle(it);
    if (stroke === 'none' || strokeOpacity === '0') continue;
    const what = `the ${it.getAttribute('class')} in a picture`;
    hold(what, seen(it, parse(stroke)), seen(it), 3);
    if (!it.matches('.mark, .spot')) continue;
    for (const under of it.closest('svg').querySelectorAll('.body, .cloth')) {
        const ground = parse(getComputedStyle(under).fill);
        hold(what + ' on its ' + under.getAttribute('class'), over(parse(stroke), ground), ground, 3);
    }
}

for (const it of elements.filter((it) => it.matches('.error'))) {
    hold('the mark of a refusal', seen(it, parse(getComputedStyle(it).borderInlineStartColor)), seen(above(it)), 3);
}

return { measured, amiss };
