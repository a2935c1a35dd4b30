<?php
/**
 * The regions whose emergency numbers the five-cause quiz knows, for the settings and the block. The packaging takes the numbers
 * from the quiz file. It takes the names from CLDR, because many servers have no PHP extension that knows them.
 *
 * @package which-cause
 */

namespace WhichCause;

defined( 'ABSPATH' ) || exit;

/**
 * The numbers and names of regions.
 *
 * @return array{everywhere: string, numbers: array<string, string>, names: array<string, array<string, string>>}
 */
function emergency_numbers() {
	static $data = null;
	if ( null === $data ) {
		$data = require dirname( FILE ) . '/emergency-numbers.php';
	}
	return $data;
}

/**
 * The regions with the names in the user's language, in its order. A language that the plugin does not have gets English names.
 *
 * @return array<int, array{code: string, name: string, number: string, label: string}>
 */
function regions() {
	$data    = emergency_numbers();
	$names   = in_best_language( $data['names'], determine_locale() );
	$regions = array();
	foreach ( $names as $code => $name ) {
		$number    = $data['numbers'][ $code ];
		$regions[] = array(
			'code'   => $code,
			'name'   => $name,
			'number' => $number,
			'label'  => region_label( $name, $number ),
		);
	}
	return $regions;
}

/** The name of a region with its number. */
function region_label( $name, $number ) {
	/* translators: 1: the name of a country. 2: its emergency number. */
	return sprintf( __( '%1$s (%2$s)', 'which-cause' ), $name, $number );
}

/**
 * The emergency number of readers whose device does not say where they are: that of this region, or else of the region in the
 * site's language, or else the one for everywhere. The widget chooses in the same way.
 */
function emergency_number( $region ) {
	$data = emergency_numbers();
	return $data['numbers'][ $region ] ?? $data['numbers'][ region_of_language( get_locale() ) ] ?? $data['everywhere'];
}

/** The region in a locale, such as US in en_US; an empty string if it has none. */
function region_of_language( $locale ) {
	return preg_match( '/^[a-z]{2,3}(?:-[a-z]{4})?-([a-z]{2})\b/i', language( $locale ), $found ) ? region( $found[1] ) : '';
}
