#include "survey/words.h"

/* clang-format off */
const char *const words_en[WORD_COUNT] = {
	/* form controls */
	[WORD_DONT_KNOW] = "Don’t know",
	[WORD_OTHER] = "Other",
	[WORD_OTHER_TEXT] = "Other, in your own words: {1}",
	[WORD_CHOOSE] = "Choose from the list",
	[WORD_PICK_AT_LEAST] = "Choose at least {1}.",
	[WORD_PICK_AT_MOST] = "Choose at most {1}.",
	[WORD_PICK_BETWEEN] = "Choose {1} to {2}.",
	[WORD_CHARACTERS] = "At most {1} characters.",
	[WORD_NOT_LIKELY] = "not at all likely",
	[WORD_VERY_LIKELY] = "very likely",
	/* around every page */
	[WORD_SITE] = "Samråd",
	[WORD_LANGUAGE] = "Language",
	[WORD_LANGUAGE_NAME] = "English",
	[WORD_SKIP] = "Skip to the content",
	[WORD_FOOT_HOME] = "All conferences and surveys",
	[WORD_FOOT_API] = "API",
	[WORD_MADE_UP] = "Made-up answers",
	[WORD_MADE_UP_FORM] = "Some of the answers in this survey are made up.",
	[WORD_MADE_UP_RESULTS] =
		"The figures show what the service looks like. They say nothing about reality.",
	/* the start page */
	[WORD_FRONT_TITLE] = "Conferences and surveys",
	[WORD_FRONT_LEDE] =
		("Answer surveys about conferences, and see what the participants thought. You "
		 "don’t need to sign in."),
	[WORD_OPEN_SURVEYS] = "Open surveys",
	[WORD_NOTHING_OPEN] = "No survey is open right now.",
	[WORD_CONFERENCES] = "Conferences",
	[WORD_THEMES] = "Themes:",
	[WORD_ANSWER] = "Answer",
	[WORD_RESULTS_SO_FAR] = "Results so far",
	[WORD_SEE_RESULTS] = "See the results",
	[WORD_OPENS] = "opens {1}",
	[WORD_OPEN_UNTIL] = "open until {1}",
	/* the form */
	[WORD_MUST] = "required",
	[WORD_NOT_SENT] = "Your answers are not sent yet.",
	[WORD_SEND] = "Send the answers",
	[WORD_PRIVACY_TITLE] = "What is kept if you answer",
	[WORD_PRIVACY_STORED] =
		("The answers are kept together with the language, the survey’s version, the hour "
		 "and some numbers that the receipt and the protection of figures need. No name, "
		 "no address, no cookie and nothing about your phone or computer is kept with them."),
	[WORD_PRIVACY_ALL] =
		("The organiser can read the answers. Everyone can see figures about many answers "
		 "together."),
	[WORD_PRIVACY_KEY] =
		("The organiser can read the answers. Those to whom the organiser gives the right "
		 "can see figures about many answers together."),
	[WORD_PRIVACY_LATER] =
		("The organiser can read the answers. When the survey has closed, everyone can see "
		 "figures about many answers together."),
	[WORD_PRIVACY_NOISE] =
		("The counts are changed a little, so that it is hard to see what a single person "
		 "answered. That doesn’t protect against somebody who already knows what everyone "
		 "else answered."),
	[WORD_PRIVACY_NO_NOISE] =
		"The counts are shown unchanged, but not for fewer than {1} answers.",
	[WORD_PRIVACY_LAW] =
		("The answers may be public documents: whoever asks for them may be allowed to "
		 "read them. So write no names."),
	[WORD_PRIVACY_STAYS] =
		("A response that has been sent can’t be changed, and figures published after the "
		 "survey has closed stay."),
	[WORD_FAULT_TITLE] = "Fault: {1}",
	[WORD_NOTICE_FAULT] = "Your answers are not saved yet. One thing needs changing:",
	[WORD_NOTICE_FAULTS] = "Your answers are not saved yet. {1} things need changing:",
	[WORD_NOTICE_STALE] =
		("Your answers are not saved yet. The form was incomplete. Look the answers over "
		 "and send them again."),
	[WORD_NOTICE_UNAVAILABLE] =
		("We don’t know whether your answers were saved. Send them again in a while. They "
		 "count only once."),
	[WORD_ANSWER_THIS] = "Answer this question. It can’t be left out.",
	[WORD_ALONE] = "“{1}” can’t be chosen together with anything else. Take one of them away.",
	[WORD_ANSWER_ROW] = "Answer the row “{1}” too.",
	/* after sending */
	[WORD_THANKS_TITLE] = "Thank you, your response is saved",
	[WORD_RECEIPT] = "Your receipt",
	[WORD_STORED] = "Saved",
	[WORD_RECEIPT_KEEP] =
		("The receipt is shown only now and belongs to your response alone. Print the page "
		 "or write it down if you want to keep it. Don’t show it to anybody else."),
	[WORD_REUSED_TITLE] = "This form has been sent already",
	[WORD_REUSED] =
		"Your first response is saved and hasn’t changed. What you sent now isn’t saved.",
	[WORD_REUSED_NEW] = "Answer for somebody else in a new form",
	/* a survey that takes no answers */
	[WORD_CLOSED_TITLE] = "The survey has closed",
	[WORD_CLOSED_AT] = "It closed {1}, Swedish time.",
	[WORD_NOT_OPEN_TITLE] = "The survey hasn’t opened yet",
	[WORD_OPENS_AT] = "It opens {1}, Swedish time.",
	[WORD_NOT_STORED] = "Your response isn’t saved.",
	/* results */
	[WORD_RESULTS] = "Results",
	[WORD_RESULTS_OF] = "Results: {1}",
	[WORD_RESPONSES] = "responses",
	[WORD_HEADLINE_NPS] = "would recommend (NPS, ±{1})",
	[WORD_HEADLINE_MEAN] = "of {1} (±{2}):",
	[WORD_DIVIDE_BY] = "Divide by",
	[WORD_UNDIVIDED] = "No division",
	[WORD_SHOW_ONLY] = "Show only",
	[WORD_ALL_ANSWERS] = "All answers",
	[WORD_SHOW] = "Show",
	[WORD_ALL_RESULTS] = "Show all answers together",
	[WORD_DIVIDED_BY] = "Divided by",
	[WORD_ONLY] = "Only",
	[WORD_RESULTS_KEY] = "The results of this survey aren’t open to everyone.",
	[WORD_RESULTS_LATER] = "The results are shown when the survey has closed.",
	[WORD_NOT_A_SPLIT] = "The answers can’t be divided like that.",
	[WORD_SPLITS_LATER] = "Divided figures are shown when the survey has closed.",
	[WORD_HEAD_ANSWER] = "Answer",
	[WORD_HEAD_SHARE] = "Share",
	[WORD_HEAD_COUNT] = "Count",
	[WORD_HEAD_MEAN] = "Mean",
	[WORD_MEANS_AND_N] = "Mean, and the number of answers in brackets.",
	[WORD_SHOW_TABLE] = "Show table",
	[WORD_WITHHELD] = "not shown",
	[WORD_FEW] = "Fewer than 30 answers: read the figures with care.",
	[WORD_SOME_FEW] = "Some figures rest on fewer than 30 answers: read them with care.",
	[WORD_DETRACTORS] = "0–6 critical",
	[WORD_PASSIVES] = "7–8 content",
	[WORD_PROMOTERS] = "9–10 promoters",
	[WORD_NPS_MEANS] = "NPS is the share who answer 9–10 less the share who answer 0–6. It is shown from 30 answers.",
	[WORD_NOT_ASKED] = "{1} weren’t asked",
	[WORD_HIDDEN] = "{1} didn’t need to answer",
	[WORD_NOT_REACHED] = "{1} didn’t get to the question",
	[WORD_SKIPPED] = "{1} left it out",
	[WORD_DID_NOT_KNOW] = "{1} don’t know",
	[WORD_REFUSED] = "{1} didn’t want to answer",
	[WORD_RELEASE] = "Release {1},",
	[WORD_COUNTED_NOW] = "Counted just now",
	[WORD_PROTECTED_LINK] = "The figures are protected",
	[WORD_PROTECTED_TITLE] = "How the figures are protected",
	[WORD_PROTECTED_NOISE] =
		("Each count has been changed a little, up or down, so that it is hard to see what "
		 "a single person answered. So counts that belong together may differ a little: an "
		 "n needn’t be the sum of the counts. This protects well but is no promise: "
		 "somebody who knows what everyone else answered can work out more."),
	[WORD_PROTECTED_NO_NOISE] = "The counts of this survey are shown as they are.",
	[WORD_PROTECTED_WITHHELD] =
		("Figures about fewer than {1} answers are not shown. A question with many options "
		 "needs more answers. Where it says “not shown” we never say why."),
	[WORD_PROTECTED_INTERVAL] =
		("The thin line and the numbers beside the share show the uncertainty (95%): how "
		 "much the figure may owe to chance and to the protection. That holds if those who "
		 "answered are like those who didn’t."),
	[WORD_PROTECTED_TEXTS] = "What participants wrote in their own words isn’t shown here.",
	/* problems */
	[WORD_PROBLEM_KICKER] = "A fault that the service may answer with",
	[WORD_NO_PAGE] = "There is no such page",
	[WORD_NO_PAGE_ADVICE] = "Check the address, or begin at the start page.",
	[WORD_PROBLEM_NUMBER] = "Number to refer to: {1}",
	/* time */
	[WORD_TODAY] = "today",
	[WORD_YESTERDAY] = "yesterday",
	[WORD_TOMORROW] = "tomorrow",
	[WORD_DAY_AT] = "{1} at {2}",
	[WORD_BETWEEN_HOURS] = "between {1}:00 and {2}:00",
	[WORD_JANUARY] = "January",
	[WORD_FEBRUARY] = "February",
	[WORD_MARCH] = "March",
	[WORD_APRIL] = "April",
	[WORD_MAY] = "May",
	[WORD_JUNE] = "June",
	[WORD_JULY] = "July",
	[WORD_AUGUST] = "August",
	[WORD_SEPTEMBER] = "September",
	[WORD_OCTOBER] = "October",
	[WORD_NOVEMBER] = "November",
	[WORD_DECEMBER] = "December",
	[WORD_CONSENT] = "I agree",
	[WORD_SHARE_OUT] = "Share out {1} among the options.",
	[WORD_PLACE] = "Place {1}",
};

const char *const fault_words_en[FAULT_CODE_COUNT][2] = {
	[FAULT_REQUIRED] = {"This is missing, and it is needed.", ""},
	[FAULT_UNKNOWN_MEMBER] = {
		"The member `{1}` is unknown.",
		"The member `{1}` is unknown: did you mean `{2}`?"},
	[FAULT_UNKNOWN_QUESTION] = {
		"The survey has no question `{1}`.",
		"The survey has no question `{1}`: did you mean `{2}`?"},
	[FAULT_UNKNOWN_OPTION] = {
		"There is no option `{1}`.",
		"There is no option `{1}`: did you mean `{2}`?"},
	[FAULT_UNKNOWN_LANGUAGE] = {
		"The language `{1}` isn't one of those here.",
		"The language `{1}` isn't one of those here: {2}."},
	[FAULT_UNKNOWN_VERSION] = {
		"There is no version {1}.",
		"There is no version {1}; the newest is {2}."},
	[FAULT_UNKNOWN_SEGMENT] = {
		"The question `{1}` doesn't divide the answers.",
		"The question `{1}` doesn't divide the answers: choose one of {2}."},
	[FAULT_UNKNOWN_PARAMETER] = {
		"The parameter `{1}` is unknown.",
		"The parameter `{1}` is unknown: did you mean `{2}`?"},
	[FAULT_WRONG_TYPE] = {"Here belongs: {1}.", ""},
	[FAULT_OUT_OF_RANGE] = {
		"Choose a number from {1} to {2}.",
		"Choose a number from {1} to {2}."},
	[FAULT_TOO_LONG] = {
		"Write at most {1} characters.",
		"Write at most {1} characters. There are {2} now."},
	[FAULT_TOO_FEW] = {"Choose at least {1}.", "Choose at least {1}. There are {2} now."},
	[FAULT_TOO_MANY] = {"Choose at most {1}.", "Choose at most {1}. There are {2} now."},
	[FAULT_DUPLICATE] = {"`{1}` stands twice.", ""},
	[FAULT_EXCLUSIVE] = {"`{1}` can't be chosen together with anything else.", ""},
	[FAULT_NOT_TEXT] = {"The text holds characters that can't be stored.", ""},
	[FAULT_NOT_ALLOWED] = {
		"The answer `{1}` can't be given here.",
		"`{1}` can't stand here: {2}."},
	[FAULT_NOT_TABULATED] = {"The question `{1}` has no figures: it is answered in words.", ""},
	[FAULT_INVALID_VALUE] = {
		"The value `{1}` can't be used.",
		"The value `{1}` can't be used: it should be one of {2}."},
	[FAULT_INVALID_KEY] = {
		"`{1}` is not a key: 1 to 64 characters of a-z, 0-9, _ and -.",
		"`{1}` is not a key: {2}."},
	[FAULT_UNKNOWN_EARLIER] = {"There is no earlier question `{1}`.",
		"There is no earlier question `{1}`: did you mean `{2}`?"},
	[FAULT_HIDDEN] = {"This question isn’t asked after the answers given.",
		""},
	[FAULT_WRONG_TOTAL] = {"Share out {1}.",
		"Share out {1}. There are {2} now."},
	[FAULT_NOT_A_STEP] = {"Write a number in steps of {1}.",
		"Write a number in steps of {1} from {2}."},
	[FAULT_TOO_SMALL] = {"Write a value of at least {1}.", ""},
	[FAULT_TOO_GREAT] = {"Write a value of at most {1}.", ""},
	[FAULT_UNKNOWN_CODE_LIST] = {"There is no code list `{1}`.",
		"There is no code list `{1}`: did you mean `{2}`?"},
};
/* clang-format on */
