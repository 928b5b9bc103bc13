// Everything the page says. A word that a language lacks is shown in English.
const en = {
  skipToRequests: 'Skip to requests',
  live: 'Live', reconnecting: 'Connecting again', noLanes: 'The hub hears no lanes',
  noToken: 'Open the address that the hub prints when it starts. It carries the key to this page.',
  requests: 'Requests', nothingOpen: 'Nobody is waiting', nothingOpenMore: 'New requests appear here and make a sound.',
  lanes: 'Lanes', noLaneYet: 'No lane has reported yet', ended: 'Done lately',
  whoAreYou: 'Who are you?', nameIsShown: 'Shoppers see this name when you come.', yourName: 'Your name', start: 'Start',
  signedInAs: 'Signed in as {0}. Change', soundOn: 'Sound is on', soundOff: 'Sound is off',
  themeAuto: 'Colours: as the device', themeLight: 'Colours: light', themeDark: 'Colours: dark', otherLanguage: 'Polski',
  lane: 'Lane', laneNumber: 'Lane {0}', items: { one: '{0} item', other: '{0} items' }, waiting: 'waiting {0}',
  READY: 'Ready', IN_USE: 'In use', NEEDS_HELP: 'Needs help', FAULT: 'Fault', CLOSED: 'Closed', GONE: 'No contact',
  accept: 'Accept', go: 'On my way', arrive: "I'm there", solve: 'Solved', handOver: 'Hand over', showBasket: 'Basket',
  approve: 'Approve', reject: 'Reject', oldEnough: 'Old enough', notOldEnough: 'Refuse sale', acceptWeight: 'Accept weight',
  keepChecking: 'Not right',
  youAreOnIt: 'You are on it', isOnIt: '{0} is on it', youAreComing: 'You are on your way', isComing: '{0} is on the way',
  youAreThere: 'You are at the lane', isThere: '{0} is at the lane', youDoItHere: 'You are solving it from here',
  doesItRemotely: '{0} is solving it from the console', aboutSeconds: 'about {0} s',
  personNeeded: 'Needs somebody at the lane', APPROVED: 'Approved', REJECTED: 'Refused', gone: 'Settled', byName: 'by {0}',
  gramsExpected: 'Expected', gramsMeasured: 'Measured', difference: 'Difference', grams: '{0} g',
  bornOnOrBefore: 'Born on or before', minimumAge: 'Minimum age', item: 'Item', code: 'Code', moreLines: '+ {0} more',
  noteFrom: '{0} handed it over: {1}', youAreCalled: 'This is for you', isCalled: 'Called: {0}', noteAsk: 'What should the next person know?', reasonAsk: 'Why? (may stay empty)',
  lateHint: 'Waiting too long', total: 'Total', cancel: 'Cancel', close: 'Close', devices: 'Machines', basket: 'Basket', emptyBasket: 'The basket is empty',
  UP: 'works', DOWN: 'does not work', STARTING: 'starting', messageTo: 'Message to the shopper', send: 'Send', sent: 'Sent',
  openLane: 'Open lane', closeLane: 'Close after this shopper', lastHeard: 'Last heard {0}', unreadable: 'This lane says something the hub cannot read: {0}',
  salesToday: '{0} sales today', cannedComing: 'Somebody is coming to you.', cannedOther: 'Please go on at another lane.', cannedThanks: 'Thank you for waiting.',
  OWNED_BY_ANOTHER: '{0} already looks after this', REQUEST_HAS_ENDED: 'This request is over', UNKNOWN_REQUEST: 'This request is gone',
  UNKNOWN_PROBLEM: 'This question is gone', PROBLEM_IS_CLOSED: 'This was decided already', NOT_FROM_THE_CONSOLE: 'This takes somebody at the lane',
  NOT_RECORDED: 'The hub could not record it. Try again', NO_ANSWER: 'The hub does not answer. Try again',
  SOLVED: 'solved', CANCELLED_BY_SHOPPER: 'cancelled by the shopper', AUTO_CLEARED: 'cleared by itself', ABANDONED: 'the shopper left',
  newRequest: 'Lane {0}: {1}',
  ATTRACT: 'Waiting for a shopper', SHOPPING: 'Scanning', PAYING: 'Paying', RECEIPT: 'Receipt', THANKS: 'Thanks', OUT_OF_SERVICE: 'Out of service', UNKNOWN: 'Unknown',
  DEGRADED: 'needs attention', since: 'since {0}', back: 'Back', lookAfter: 'Look after the machines',
  testRuns: '{0} runs', testsLater: 'Tests are possible when nobody shops at this lane.',
  testBEEP: 'Beep', testREAD: 'Read a code', testWEIGH: 'Weigh now', testPRINT_PAGE: 'Print a test page', testSHOW_COLOURS: 'Show all colours',
  testDIAGNOSE: 'Diagnosis', testEND_OF_DAY: 'End of day', testWIRE: 'Last bytes', sureEND_OF_DAY: 'Close the day of this terminal now? Its payments can then no longer be taken back.',
  outcomePASSED: 'Passed', outcomeLOOK: 'Done: look or listen', outcomeFAILED: 'Failed', outcomeNO_ANSWER: 'No answer', outcomeREFUSED: 'Not done',
  'machine-scanner': 'Scanner', 'machine-produce-scale': 'Produce scale', 'machine-bagging-scale': 'Bagging scale', 'machine-terminal': 'Card terminal',
  'machine-printer': 'Receipt printer', 'machine-light': 'Lane light',
  causeNOT_CONNECTED: 'not connected', doNOT_CONNECTED: 'Check the cable and the power.',
  causeNO_ANSWER: 'connected and silent', doNO_ANSWER: 'Switch it off and on. Then check its line settings.',
  causeGARBLED: 'cannot be understood', doGARBLED: 'Check speed, data bits and parity of its line, then the cable.',
  causeSETTINGS: 'wrong settings', doSETTINGS: 'Compare its settings with the configuration: currency, password, unit.',
  causeBUSY: 'busy with a job of its own', doBUSY: 'Wait a minute. If it stays, look at its display.',
  causePAPER_OUT: 'no paper', doPAPER_OUT: 'Put in a new roll.', causePAPER_LOW: 'paper ends soon', doPAPER_LOW: 'Have a new roll ready.',
  causeCOVER_OPEN: 'cover open', doCOVER_OPEN: 'Close the cover until it clicks.',
  causeCUTTER_JAMMED: 'cutter jammed', doCUTTER_JAMMED: 'Switch it off, open the cover, take out the paper.',
  causeOVERHEATED: 'too hot', doOVERHEATED: 'Let it cool. It goes on by itself.',
  causeNEEDS_ZERO: 'needs zeroing', doNEEDS_ZERO: 'Clear the platter, then switch the scale off and on.',
  causeFAULT: 'reports a fault', doFAULT: 'Read its own display, switch it off and on. If it stays, call its service.',
};
const pl = {
  skipToRequests: 'Przejdź do wezwań',
  live: 'Na żywo', reconnecting: 'Łączę ponownie', noLanes: 'Serwer nie słyszy kas',
  noToken: 'Otwórz adres, który serwer wypisuje po uruchomieniu. Zawiera klucz do tej strony.',
  requests: 'Wezwania', nothingOpen: 'Nikt nie czeka', nothingOpenMore: 'Nowe wezwania pojawią się tutaj z dźwiękiem.',
  lanes: 'Kasy', noLaneYet: 'Żadna kasa się jeszcze nie zgłosiła', ended: 'Ostatnio załatwione',
  whoAreYou: 'Kim jesteś?', nameIsShown: 'Klient zobaczy to imię, gdy będziesz iść.', yourName: 'Twoje imię', start: 'Zaczynam',
  signedInAs: 'Zalogowano: {0}. Zmień', soundOn: 'Dźwięk włączony', soundOff: 'Dźwięk wyłączony',
  themeAuto: 'Kolory: jak w urządzeniu', themeLight: 'Kolory: jasne', themeDark: 'Kolory: ciemne', otherLanguage: 'English',
  lane: 'Kasa', laneNumber: 'Kasa {0}', items: { one: '{0} produkt', few: '{0} produkty', many: '{0} produktów', other: '{0} produktu' }, waiting: 'czeka {0}',
  READY: 'Wolna', IN_USE: 'Zajęta', NEEDS_HELP: 'Prosi o pomoc', FAULT: 'Usterka', CLOSED: 'Zamknięta', GONE: 'Brak kontaktu',
  accept: 'Przyjmuję', go: 'Już idę', arrive: 'Jestem', solve: 'Załatwione', handOver: 'Przekaż', showBasket: 'Koszyk',
  approve: 'Zatwierdź', reject: 'Odrzuć', oldEnough: 'Wiek się zgadza', notOldEnough: 'Odmów', acceptWeight: 'Przyjmij wagę',
  keepChecking: 'Nie zgadza się',
  youAreOnIt: 'Zajmujesz się tym', isOnIt: 'Zajmuje się: {0}', youAreComing: 'Jesteś w drodze', isComing: 'W drodze: {0}',
  youAreThere: 'Jesteś przy kasie', isThere: 'Przy kasie: {0}', youDoItHere: 'Załatwiasz to stąd',
  doesItRemotely: 'Z konsoli załatwia: {0}', aboutSeconds: 'około {0} s',
  personNeeded: 'Trzeba podejść do kasy', APPROVED: 'Zatwierdzono', REJECTED: 'Odmówiono', gone: 'Wyjaśnione', byName: '– {0}',
  gramsExpected: 'Powinno być', gramsMeasured: 'Waga pokazuje', difference: 'Różnica', grams: '{0} g',
  bornOnOrBefore: 'Urodzony najpóźniej', minimumAge: 'Wiek od', item: 'Produkt', code: 'Kod', moreLines: '+ jeszcze {0}',
  noteFrom: '{0} przekazuje: {1}', youAreCalled: 'To dla Ciebie', isCalled: 'Wezwano: {0}', noteAsk: 'Co powinna wiedzieć następna osoba?', reasonAsk: 'Dlaczego? (może być puste)',
  lateHint: 'Czeka zbyt długo', total: 'Razem', cancel: 'Anuluj', close: 'Zamknij', devices: 'Urządzenia', basket: 'Koszyk', emptyBasket: 'Koszyk jest pusty',
  UP: 'działa', DOWN: 'nie działa', STARTING: 'uruchamia się', messageTo: 'Wiadomość dla klienta', send: 'Wyślij', sent: 'Wysłano',
  openLane: 'Otwórz kasę', closeLane: 'Zamknij po tym kliencie', lastHeard: 'Ostatni kontakt {0}', unreadable: 'Serwer nie rozumie tej kasy: {0}',
  salesToday: 'Sprzedaży dziś: {0}', cannedComing: 'Ktoś już do Ciebie idzie.', cannedOther: 'Prosimy przejść do innej kasy.', cannedThanks: 'Dziękujemy za cierpliwość.',
  OWNED_BY_ANOTHER: 'Tym zajmuje się już {0}', REQUEST_HAS_ENDED: 'To wezwanie jest zakończone', UNKNOWN_REQUEST: 'Tego wezwania już nie ma',
  UNKNOWN_PROBLEM: 'Tego pytania już nie ma', PROBLEM_IS_CLOSED: 'To już rozstrzygnięto', NOT_FROM_THE_CONSOLE: 'Do tego trzeba podejść do kasy',
  NOT_RECORDED: 'Serwer nie mógł tego zapisać. Spróbuj ponownie', NO_ANSWER: 'Serwer nie odpowiada. Spróbuj ponownie',
  SOLVED: 'załatwione', CANCELLED_BY_SHOPPER: 'klient zrezygnował', AUTO_CLEARED: 'rozwiązało się samo', ABANDONED: 'klient odszedł',
  newRequest: 'Kasa {0}: {1}',
  ATTRACT: 'Czeka na klienta', SHOPPING: 'Skanowanie', PAYING: 'Płatność', RECEIPT: 'Paragon', THANKS: 'Podziękowanie', OUT_OF_SERVICE: 'Nieczynna', UNKNOWN: 'Nieznany',
  DEGRADED: 'wymaga uwagi', since: 'od {0}', back: 'Wstecz', lookAfter: 'Zajmij się urządzeniami',
  testRuns: 'Trwa: {0}', testsLater: 'Testy są możliwe, gdy przy tej kasie nikt nie robi zakupów.',
  testBEEP: 'Sygnał', testREAD: 'Odczytaj kod', testWEIGH: 'Zważ teraz', testPRINT_PAGE: 'Wydrukuj stronę testową', testSHOW_COLOURS: 'Pokaż wszystkie kolory',
  testDIAGNOSE: 'Diagnostyka', testEND_OF_DAY: 'Zamknięcie dnia', testWIRE: 'Ostatnie bajty', sureEND_OF_DAY: 'Zamknąć teraz dzień tego terminala? Jego płatności nie będzie już można cofnąć.',
  outcomePASSED: 'Udane', outcomeLOOK: 'Zrobione: proszę spojrzeć lub posłuchać', outcomeFAILED: 'Nieudane', outcomeNO_ANSWER: 'Brak odpowiedzi', outcomeREFUSED: 'Niewykonane',
  'machine-scanner': 'Skaner', 'machine-produce-scale': 'Waga do warzyw', 'machine-bagging-scale': 'Waga w strefie pakowania', 'machine-terminal': 'Terminal płatniczy',
  'machine-printer': 'Drukarka paragonów', 'machine-light': 'Lampa nad kasą',
  causeNOT_CONNECTED: 'brak połączenia', doNOT_CONNECTED: 'Sprawdź kabel i zasilanie.',
  causeNO_ANSWER: 'podłączone, milczy', doNO_ANSWER: 'Wyłącz i włącz urządzenie. Potem sprawdź ustawienia łącza.',
  causeGARBLED: 'niezrozumiałe odpowiedzi', doGARBLED: 'Sprawdź prędkość, bity danych i parzystość łącza, potem kabel.',
  causeSETTINGS: 'złe ustawienia', doSETTINGS: 'Porównaj ustawienia z konfiguracją: waluta, hasło, jednostka.',
  causeBUSY: 'zajęte własną pracą', doBUSY: 'Odczekaj minutę. Jeśli to trwa, spójrz na wyświetlacz urządzenia.',
  causePAPER_OUT: 'brak papieru', doPAPER_OUT: 'Włóż nową rolkę.', causePAPER_LOW: 'papier się kończy', doPAPER_LOW: 'Przygotuj nową rolkę.',
  causeCOVER_OPEN: 'otwarta pokrywa', doCOVER_OPEN: 'Zamknij pokrywę, aż zatrzaśnie.',
  causeCUTTER_JAMMED: 'zacięty obcinacz', doCUTTER_JAMMED: 'Wyłącz drukarkę, otwórz pokrywę, wyjmij papier.',
  causeOVERHEATED: 'przegrzane', doOVERHEATED: 'Poczekaj, aż ostygnie. Wznowi pracę samo.',
  causeNEEDS_ZERO: 'wymaga zerowania', doNEEDS_ZERO: 'Opróżnij szalkę, potem wyłącz i włącz wagę.',
  causeFAULT: 'zgłasza usterkę', doFAULT: 'Odczytaj jego wyświetlacz, wyłącz i włącz. Jeśli to trwa, wezwij serwis.',
};
const causes = {
  en: {
    PAYMENT_IN_DOUBT: 'Payment in doubt', PAYMENT_TROUBLE: 'Payment trouble', AGE_CHECK: 'Age check', RESTRICTED_ITEM: 'Restricted item',
    SECURITY_CHECK: 'Security check', UNKNOWN_ITEM: 'Unknown item', PRICE_QUERY: 'Price query', STUCK_SHOPPER: 'Shopper stuck',
    SHOPPER_CALLED: 'Shopper called', WEIGHT_MISMATCH: 'Weight differs', IDLE_BASKET: 'Basket left', ROUTINE_CHECK: 'Routine check',
    DEVICE_FAULT: 'Machine fault', PAPER_OUT: 'Paper out',
  },
  pl: {
    PAYMENT_IN_DOUBT: 'Płatność niepewna', PAYMENT_TROUBLE: 'Kłopot z płatnością', AGE_CHECK: 'Sprawdź wiek', RESTRICTED_ITEM: 'Towar z ograniczeniem',
    SECURITY_CHECK: 'Kontrola zabezpieczenia', UNKNOWN_ITEM: 'Nieznany produkt', PRICE_QUERY: 'Pytanie o cenę', STUCK_SHOPPER: 'Klient utknął',
    SHOPPER_CALLED: 'Klient woła', WEIGHT_MISMATCH: 'Waga się różni', IDLE_BASKET: 'Porzucony koszyk', ROUTINE_CHECK: 'Kontrola rutynowa',
    DEVICE_FAULT: 'Usterka urządzenia', PAPER_OUT: 'Brak papieru',
  },
};
const books = { en, pl };
let language = localStorage.getItem('samokasa.language')
  || ((navigator.language || 'en').toLowerCase().startsWith('pl') ? 'pl' : 'en');

export const currentLanguage = () => language;

/** Dates and money are written as in the country, not as in the browser: no month first. */
export const locale = () => ({ en: 'en-GB', pl: 'pl-PL' })[language];

export function switchLanguage() {
  language = language === 'en' ? 'pl' : 'en';
  localStorage.setItem('samokasa.language', language);
}

const fill = (text, values) => text.replace(/\{(\d)\}/g, (all, i) => values[i] ?? '');

/** The words for a key with values put in; the key itself when nobody has written them. */
export function say(key, ...values) {
  const text = books[language][key] ?? en[key] ?? key;
  return typeof text === 'string' ? fill(text, values) : key;
}

/** The words for a key, or undefined when nobody has written them. */
export const known = (key) => books[language][key] ?? en[key];

/** The words in the language of somebody else, a shopper's. */
export const sayIn = (tag, key) => (books[tag.slice(0, 2).toLowerCase()] ?? en)[key] ?? en[key];

/** The same in the plural form that a count needs. */
export function count(key, number) {
  const forms = books[language][key] ?? en[key];
  return fill(forms[new Intl.PluralRules(language).select(number)] ?? forms.other, [number]);
}

export const causeWords = (cause) => causes[language][cause] ?? causes.en[cause] ?? cause;
