#include "survey/words.h"

/* clang-format off */
const char *const words_sv[WORD_COUNT] = {
	/* form controls */
	[WORD_DONT_KNOW] = "Vet inte",
	[WORD_OTHER] = "Annat",
	[WORD_OTHER_TEXT] = "Annat, med egna ord: {1}",
	[WORD_CHOOSE] = "Välj i listan",
	[WORD_PICK_AT_LEAST] = "Välj minst {1}.",
	[WORD_PICK_AT_MOST] = "Välj högst {1}.",
	[WORD_PICK_BETWEEN] = "Välj {1} till {2}.",
	[WORD_CHARACTERS] = "Högst {1} tecken.",
	[WORD_NOT_LIKELY] = "inte alls troligt",
	[WORD_VERY_LIKELY] = "mycket troligt",
	/* around every page */
	[WORD_SITE] = "Samråd",
	[WORD_LANGUAGE] = "Språk",
	[WORD_LANGUAGE_NAME] = "Svenska",
	[WORD_SKIP] = "Till innehållet",
	[WORD_FOOT_HOME] = "Alla konferenser och enkäter",
	[WORD_FOOT_API] = "API",
	[WORD_MADE_UP] = "Påhittade svar",
	[WORD_MADE_UP_FORM] = "En del av svaren i den här enkäten är påhittade.",
	[WORD_MADE_UP_RESULTS] =
		"Siffrorna visar hur tjänsten ser ut. De säger inget om verkligheten.",
	/* the start page */
	[WORD_FRONT_TITLE] = "Konferenser och enkäter",
	[WORD_FRONT_LEDE] =
		("Svara på enkäter om konferenser, och se vad deltagarna tyckte. Du behöver inte "
		 "logga in."),
	[WORD_OPEN_SURVEYS] = "Öppna enkäter",
	[WORD_NOTHING_OPEN] = "Ingen enkät är öppen just nu.",
	[WORD_CONFERENCES] = "Konferenser",
	[WORD_THEMES] = "Teman:",
	[WORD_ANSWER] = "Svara",
	[WORD_RESULTS_SO_FAR] = "Resultat hittills",
	[WORD_SEE_RESULTS] = "Se resultaten",
	[WORD_OPENS] = "öppnar {1}",
	[WORD_OPEN_UNTIL] = "öppen till {1}",
	/* the form */
	[WORD_MUST] = "måste besvaras",
	[WORD_NOT_SENT] = "Svaren är inte skickade än.",
	[WORD_SEND] = "Skicka svaren",
	[WORD_PRIVACY_TITLE] = "Det här sparas om du svarar",
	[WORD_PRIVACY_STORED] =
		("Svaren sparas tillsammans med språket, enkätens version, timmen och några tal "
		 "som behövs för kvittot och för att skydda siffrorna. Inget namn, ingen adress, "
		 "ingen kaka och inget om din telefon eller dator sparas med dem."),
	[WORD_PRIVACY_ALL] =
		"Arrangören kan läsa svaren. Alla kan se siffror om många svar tillsammans.",
	[WORD_PRIVACY_KEY] =
		("Arrangören kan läsa svaren. Den som arrangören ger rätt till det kan se siffror "
		 "om många svar tillsammans."),
	[WORD_PRIVACY_LATER] =
		("Arrangören kan läsa svaren. När enkäten har stängt kan alla se siffror om många "
		 "svar tillsammans."),
	[WORD_PRIVACY_NOISE] =
		("Antalen ändras lite, så att det blir svårt att se vad en enskild person har "
		 "svarat. Det skyddar inte mot den som redan vet vad alla andra har svarat."),
	[WORD_PRIVACY_NO_NOISE] = "Antalen visas utan ändring, men inte för färre än {1} svar.",
	[WORD_PRIVACY_LAW] =
		("Svaren kan vara allmän handling: den som begär ut dem kan få läsa dem. Skriv "
		 "därför inga namn."),
	[WORD_PRIVACY_STAYS] =
		("Ett svar som är skickat går inte att ändra, och siffror som har publicerats när "
		 "enkäten har stängt står kvar."),
	[WORD_FAULT_TITLE] = "Fel: {1}",
	[WORD_NOTICE_FAULT] = "Svaren är inte sparade än. En sak behöver ändras:",
	[WORD_NOTICE_FAULTS] = "Svaren är inte sparade än. {1} saker behöver ändras:",
	[WORD_NOTICE_STALE] =
		("Svaren är inte sparade än. Formuläret var inte helt. Se igenom svaren och skicka "
		 "dem igen."),
	[WORD_NOTICE_UNAVAILABLE] =
		("Vi vet inte om svaren blev sparade. Skicka dem igen om en stund. De räknas bara "
		 "en gång."),
	[WORD_ANSWER_THIS] = "Svara på frågan. Den går inte att hoppa över.",
	[WORD_ALONE] = "”{1}” går inte att välja tillsammans med något annat. Ta bort ett av dem.",
	[WORD_ANSWER_ROW] = "Svara också på raden ”{1}”.",
	/* after sending */
	[WORD_THANKS_TITLE] = "Tack, ditt svar är sparat",
	[WORD_RECEIPT] = "Ditt kvitto",
	[WORD_STORED] = "Sparat",
	[WORD_RECEIPT_KEEP] =
		("Kvittot visas bara nu och hör bara till ditt svar. Skriv ut sidan eller skriv av "
		 "det om du vill ha kvar det. Visa det inte för någon annan."),
	[WORD_REUSED_TITLE] = "Det här formuläret är redan skickat",
	[WORD_REUSED] =
		("Ditt första svar är sparat och har inte ändrats. Det du skickade nu är inte "
		 "sparat."),
	[WORD_REUSED_NEW] = "Svara för någon annan i ett nytt formulär",
	/* a survey that takes no answers */
	[WORD_CLOSED_TITLE] = "Enkäten har stängt",
	[WORD_CLOSED_AT] = "Den stängde {1}.",
	[WORD_NOT_OPEN_TITLE] = "Enkäten har inte öppnat än",
	[WORD_OPENS_AT] = "Den öppnar {1}.",
	[WORD_NOT_STORED] = "Ditt svar är inte sparat.",
	/* results */
	[WORD_RESULTS] = "Resultat",
	[WORD_RESULTS_OF] = "Resultat: {1}",
	[WORD_RESPONSES] = "svar",
	[WORD_HEADLINE_NPS] = "vill rekommendera (NPS, ±{1})",
	[WORD_HEADLINE_MEAN] = "av {1} (±{2}):",
	[WORD_DIVIDE_BY] = "Dela upp efter",
	[WORD_UNDIVIDED] = "Ingen uppdelning",
	[WORD_SHOW_ONLY] = "Visa bara",
	[WORD_ALL_ANSWERS] = "Alla svar",
	[WORD_SHOW] = "Visa",
	[WORD_ALL_RESULTS] = "Visa alla svar tillsammans",
	[WORD_DIVIDED_BY] = "Uppdelat efter",
	[WORD_ONLY] = "Bara",
	[WORD_RESULTS_KEY] = "Resultaten av den här enkäten är inte öppna för alla.",
	[WORD_RESULTS_LATER] = "Resultaten visas när enkäten har stängt.",
	[WORD_NOT_A_SPLIT] = "Svaren går inte att dela upp så.",
	[WORD_SPLITS_LATER] = "Uppdelade siffror visas när enkäten har stängt.",
	[WORD_HEAD_ANSWER] = "Svar",
	[WORD_HEAD_SHARE] = "Andel",
	[WORD_HEAD_COUNT] = "Antal",
	[WORD_HEAD_MEAN] = "Medel",
	[WORD_MEANS_AND_N] = "Medelvärde, och antal svar inom parentes.",
	[WORD_SHOW_TABLE] = "Visa tabell",
	[WORD_WITHHELD] = "visas inte",
	[WORD_FEW] = "Färre än 30 svar: läs siffrorna försiktigt.",
	[WORD_SOME_FEW] = "Några siffror bygger på färre än 30 svar: läs dem försiktigt.",
	[WORD_DETRACTORS] = "0–6 kritiska",
	[WORD_PASSIVES] = "7–8 nöjda",
	[WORD_PROMOTERS] = "9–10 ambassadörer",
	[WORD_NPS_MEANS] = "NPS är andelen som svarar 9–10 minus andelen som svarar 0–6. Det visas från 30 svar.",
	[WORD_NOT_ASKED] = "{1} fick inte frågan",
	[WORD_HIDDEN] = "{1} behövde inte svara",
	[WORD_NOT_REACHED] = "{1} kom inte till frågan",
	[WORD_SKIPPED] = "{1} hoppade över",
	[WORD_DID_NOT_KNOW] = "{1} vet inte",
	[WORD_REFUSED] = "{1} ville inte svara",
	[WORD_RELEASE] = "Utgåva {1},",
	[WORD_COUNTED_NOW] = "Räknat just nu",
	[WORD_PROTECTED_LINK] = "Siffrorna är skyddade",
	[WORD_PROTECTED_TITLE] = "Så är siffrorna skyddade",
	[WORD_PROTECTED_NOISE] =
		("Varje antal har ändrats lite, upp eller ned, så att det blir svårt att se vad en "
		 "enskild person har svarat. Därför kan antal som hör ihop skilja sig lite åt: ett "
		 "n behöver inte vara summan av antalen. Det är ett gott skydd men inget löfte: "
		 "den som vet vad alla andra har svarat kan räkna ut mer."),
	[WORD_PROTECTED_NO_NOISE] = "Antalen i den här enkäten visas som de är.",
	[WORD_PROTECTED_WITHHELD] =
		("Siffror om färre än {1} svar visas inte. En fråga med många alternativ behöver "
		 "fler svar. Där det står ”visas inte” säger vi aldrig varför."),
	[WORD_PROTECTED_INTERVAL] =
		("Det tunna strecket och talen bredvid andelen visar osäkerheten (95 %): hur "
		 "mycket siffran kan bero på slumpen och på skyddet. Det gäller om de som svarade "
		 "är som de som inte gjorde det."),
	[WORD_PROTECTED_TEXTS] = "Det som deltagarna skrev med egna ord visas inte här.",
	/* problems */
	[WORD_PROBLEM_KICKER] = "Fel som tjänsten kan svara med",
	[WORD_NO_PAGE] = "Sidan finns inte",
	[WORD_NO_PAGE_ADVICE] = "Kontrollera adressen, eller börja på startsidan.",
	[WORD_PROBLEM_NUMBER] = "Nummer att hänvisa till: {1}",
	/* time */
	[WORD_TODAY] = "i dag",
	[WORD_YESTERDAY] = "i går",
	[WORD_TOMORROW] = "i morgon",
	[WORD_DAY_AT] = "{1} kl. {2}",
	[WORD_BETWEEN_HOURS] = "mellan kl. {1} och {2}",
	[WORD_JANUARY] = "januari",
	[WORD_FEBRUARY] = "februari",
	[WORD_MARCH] = "mars",
	[WORD_APRIL] = "april",
	[WORD_MAY] = "maj",
	[WORD_JUNE] = "juni",
	[WORD_JULY] = "juli",
	[WORD_AUGUST] = "augusti",
	[WORD_SEPTEMBER] = "september",
	[WORD_OCTOBER] = "oktober",
	[WORD_NOVEMBER] = "november",
	[WORD_DECEMBER] = "december",
	[WORD_CONSENT] = "Jag samtycker",
	[WORD_SHARE_OUT] = "Fördela {1} mellan alternativen.",
	[WORD_PLACE] = "Plats {1}",
};

const char *const fault_words_sv[FAULT_CODE_COUNT][2] = {
	[FAULT_REQUIRED] = {"Det här måste finnas med.", ""},
	[FAULT_UNKNOWN_MEMBER] = {"Fältet ”{1}” är okänt.", "Fältet ”{1}” är okänt. Menas ”{2}”?"},
	[FAULT_UNKNOWN_QUESTION] = {
		"Frågan ”{1}” finns inte i enkäten.",
		"Frågan ”{1}” finns inte i enkäten. Menas ”{2}”?"},
	[FAULT_UNKNOWN_OPTION] = {
		"Alternativet ”{1}” finns inte. Välj ett som finns.",
		"Alternativet ”{1}” finns inte. Menas ”{2}”?"},
	[FAULT_UNKNOWN_LANGUAGE] = {
		"Språket ”{1}” finns inte här.",
		"Språket ”{1}” finns inte här. Välj ett av dem som finns: {2}."},
	[FAULT_UNKNOWN_VERSION] = {
		"Enkäten finns inte i version {1}.",
		"Enkäten har ändrats. Se igenom svaren och skicka dem igen."},
	[FAULT_UNKNOWN_SEGMENT] = {
		"Svaren går inte att dela upp efter ”{1}”.",
		"Svaren går inte att dela upp efter ”{1}”. Välj något av det här: {2}."},
	[FAULT_UNKNOWN_PARAMETER] = {
		"Parametern ”{1}” är okänd.",
		"Parametern ”{1}” är okänd. Menas ”{2}”?"},
	[FAULT_WRONG_TYPE] = {"Svaret har fel form. Välj eller skriv det igen.", ""},
	[FAULT_OUT_OF_RANGE] = {
		"Välj ett tal från {1} till {2}.",
		"Välj ett tal från {1} till {2}."},
	[FAULT_TOO_LONG] = {"Skriv högst {1} tecken.", "Skriv högst {1} tecken. Nu är det {2}."},
	[FAULT_TOO_FEW] = {"Välj minst {1}.", "Välj minst {1}. Du har valt {2}."},
	[FAULT_TOO_MANY] = {"Välj högst {1}.", "Välj högst {1}. Du har valt {2}."},
	[FAULT_DUPLICATE] = {"”{1}” står två gånger. En räcker.", ""},
	[FAULT_EXCLUSIVE] = {
		"”{1}” går inte att välja tillsammans med något annat. Ta bort ett av dem.",
		""},
	[FAULT_NOT_TEXT] = {
		"Texten innehåller tecken som inte går att spara. Skriv den igen utan dem.",
		""},
	[FAULT_NOT_ALLOWED] = {
		"Svaret ”{1}” går inte att ge här.",
		"”{1}” går inte att ha här: {2}."},
	[FAULT_NOT_TABULATED] = {"Frågan ”{1}” har inga siffror: den besvaras med egna ord.", ""},
	[FAULT_INVALID_VALUE] = {
		"Värdet ”{1}” går inte att använda.",
		"Värdet ”{1}” går inte att använda. Det ska vara något av det här: {2}."},
	[FAULT_INVALID_KEY] = {
		"”{1}” är ingen nyckel: 1 till 64 tecken av a–z, 0–9, _ och -.",
		"”{1}” är ingen nyckel: {2}."},
	[FAULT_UNKNOWN_EARLIER] = {"Frågan ”{1}” finns inte tidigare i enkäten.",
		"Frågan ”{1}” finns inte tidigare i enkäten. Menas ”{2}”?"},
	[FAULT_HIDDEN] = {"Frågan ställs inte efter de svar som du har gett.",
		""},
	[FAULT_WRONG_TOTAL] = {"Fördela {1}.",
		"Fördela {1}. Nu är det {2}."},
	[FAULT_NOT_A_STEP] = {"Skriv ett tal i steg om {1}.",
		"Skriv ett tal i steg om {1} från {2}."},
	[FAULT_TOO_SMALL] = {"Skriv ett värde som är minst {1}.", ""},
	[FAULT_TOO_GREAT] = {"Skriv ett värde som är högst {1}.", ""},
	[FAULT_UNKNOWN_CODE_LIST] = {"Kodlistan ”{1}” finns inte.",
		"Kodlistan ”{1}” finns inte. Menas ”{2}”?"},
};
/* clang-format on */
