#!/usr/bin/env python3
"""Writes corpus.tuning.tsv (300) and corpus.test.tsv (600): judged queries on organisations of the ROR corpus (CC0).

python3 generate_corpus.py ror_organizations_cc0.jsonl.gz [folder]
Only the standard library; the same corpus gives the same bytes."""
import bisect, collections, gzip, json, os, random, re, sys, unicodedata

CORPUS = sys.argv[1]
FOLDER = sys.argv[2] if len(sys.argv) > 2 else os.path.dirname(os.path.abspath(__file__))
SEED = 20260
# kind -> (tuning, test)
QUOTA = {'other_language_name': (56, 114), 'typo': (54, 106), 'prefix': (36, 74), 'no_accents': (30, 60),
         'joined': (25, 50), 'split': (25, 50), 'missing_word': (26, 52), 'word_order': (18, 36),
         'arabic_variants': (20, 40), 'acronym_and_country': (10, 18)}

COUNTRIES = {'US': 'United States', 'GB': 'United Kingdom', 'FR': 'France', 'DE': 'Germany', 'IN': 'India',
             'JP': 'Japan', 'CN': 'China', 'BR': 'Brazil', 'ES': 'Spain', 'IT': 'Italy', 'CA': 'Canada',
             'AU': 'Australia', 'NL': 'Netherlands', 'CH': 'Switzerland', 'SE': 'Sweden', 'PL': 'Poland',
             'PT': 'Portugal', 'TR': 'Türkiye', 'MX': 'Mexico', 'CO': 'Colombia', 'ID': 'Indonesia',
             'TH': 'Thailand', 'VN': 'Vietnam', 'EG': 'Egypt', 'MA': 'Morocco', 'TN': 'Tunisia', 'DZ': 'Algeria',
             'NG': 'Nigeria', 'KE': 'Kenya', 'ZA': 'South Africa', 'SN': 'Senegal', 'UA': 'Ukraine',
             'RU': 'Russia', 'KR': 'South Korea', 'BE': 'Belgium', 'AT': 'Austria', 'DK': 'Denmark',
             'NO': 'Norway', 'FI': 'Finland', 'CZ': 'Czechia', 'RO': 'Romania', 'GR': 'Greece', 'PH': 'Philippines'}

# ------------------------------------------------------------------ normalising
def norm(text):
    """casefold, accents stripped, punctuation out; words kept apart by one space"""
    text = unicodedata.normalize('NFKD', text.casefold().replace('ß', 'ss').replace('æ', 'ae').replace('œ', 'oe')
                                 .replace('ø', 'o').replace('ł', 'l').replace('đ', 'd').replace('ı', 'i'))
    out = []
    for c in text:
        k = unicodedata.category(c)
        if k == 'Mn' and not 'INDIC' in script_of(c):
            continue
        out.append(c if k[0] in 'LNM' else ('' if c in "'’ʼ`´.ـ" or k == 'Cf' else ' '))
    text = ''.join(out)
    text = re.sub('[أإآٱ]', 'ا', text).replace('ة', 'ه').replace('ى', 'ي').replace('ی', 'ي').replace('ک', 'ك')
    return ' '.join(text.split())

SCRIPTS = {}
def script_of(c):
    s = SCRIPTS.get(c)
    if s is None:
        n = unicodedata.name(c, '?').split()[0]
        s = SCRIPTS[c] = 'INDIC' if n in ('DEVANAGARI', 'BENGALI', 'TAMIL', 'TELUGU', 'KANNADA', 'MALAYALAM',
            'GUJARATI', 'GURMUKHI', 'ORIYA', 'SINHALA') else n
    return s

def script(text):
    c = collections.Counter(unicodedata.name(x, '?').split()[0] for x in text if x.isalpha())
    if not c:
        return None
    if c['HIRAGANA'] + c['KATAKANA'] + c['KATAKANA-HIRAGANA'] > 0:
        return 'KANA'
    return c.most_common(1)[0][0]

def squeeze(text):
    return norm(text).replace(' ', '')

def strip_accents(text):
    t = ''.join({'ß': 'ss', 'æ': 'ae', 'Æ': 'Ae', 'œ': 'oe', 'Œ': 'Oe', 'ø': 'o', 'Ø': 'O', 'ł': 'l', 'Ł': 'L',
                 'đ': 'd', 'Đ': 'D', 'ı': 'i', '’': "'"}.get(c, c) for c in text)
    return unicodedata.normalize('NFC', ''.join(c for c in unicodedata.normalize('NFD', t)
                                                if unicodedata.category(c) != 'Mn'))

def lower(text):
    return text.replace('İ', 'i').lower()

# ------------------------------------------------------------------ corpus
class Name:
    __slots__ = ('org', 'value', 'lang', 'kinds', 'norm', 'flat', 'script', 'bucket')

orgs, names = [], []
with gzip.open(CORPUS, 'rt', encoding='utf-8') as lines:
    for line in lines:
        o = json.loads(line)
        if orgs and o['id'] == orgs[-1]['id']:
            continue
        o['index'] = len(orgs)
        orgs.append(o)
orgs.sort(key=lambda o: o['id'])
for i, o in enumerate(orgs):
    o['index'] = i
    display = next(n for n in o['names'] if 'ror_display' in n['types'])
    o['display'] = display
    for n in o['names']:
        x = Name()
        x.org, x.value, x.lang, x.kinds = i, n['value'], n['lang'], n['types']
        x.norm = norm(x.value)
        x.flat = x.norm.replace(' ', '')
        x.script = script(x.value)
        names.append(x)

def bucket(n):
    s, l = n.script, n.lang
    if s == 'LATIN':
        return 'latin-' + (l if l in ('en', 'fr', 'es', 'pt', 'de', 'it') else 'other' if l else 'und')
    if s == 'ARABIC':
        return 'arabic-ar' if l == 'ar' else 'arabic-other'
    if s in ('CYRILLIC', 'CJK', 'KANA', 'HANGUL', 'DEVANAGARI', 'GREEK', 'HEBREW'):
        return s.lower()
    return 'other-script' if s else None

for n in names:
    n.bucket = bucket(n)

by_flat = sorted((n.flat, n.org) for n in names if n.flat)
flats = [f for f, _ in by_flat]
postings = collections.defaultdict(set)        # word -> numbers of names
for k, n in enumerate(names):
    for w in set(n.norm.split()):
        postings[w].add(k)
vocabulary = sorted(postings)
grams = collections.defaultdict(list)
def trigrams(flat):
    p = '^' + flat + '$'
    return {p[i:i + 3] for i in range(len(p) - 2)}
for k, n in enumerate(names):
    for g in trigrams(n.flat):
        grams[g].append(k)
wide = [n for n in names if n.script in ('CJK', 'KANA', 'HANGUL')]

def starts_another(flat, org):
    """equals or begins a name of another organisation"""
    i = bisect.bisect_left(flats, flat)
    while i < len(flats) and flats[i].startswith(flat):
        if by_flat[i][1] != org:
            return True
        i += 1
    return False

def words_in_another(words, org, open_ended=False):
    """all the words are in one name of another organisation; the last may be the beginning of one of its words"""
    words = list(words)
    found = None
    for j, w in enumerate(words):
        if open_ended and j == len(words) - 1:
            i, s = bisect.bisect_left(vocabulary, w), set()
            while i < len(vocabulary) and vocabulary[i].startswith(w):
                s |= postings[vocabulary[i]]
                i += 1
        else:
            s = postings.get(w, set())
        found = set(s) if found is None else found & s
        if not found:
            return False
    return any(names[k].org != org for k in found)

def distance(a, b, limit):
    """optimal string alignment"""
    if abs(len(a) - len(b)) > limit:
        return limit + 1
    before, last = None, list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        row = [i]
        for j, y in enumerate(b, 1):
            v = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (x != y))
            if before and i > 1 and j > 1 and x == b[j - 2] and a[i - 2] == y:
                v = min(v, before[j - 2] + 1)
            row.append(v)
        if min(row) > limit:
            return limit + 1
        before, last = last, row
    return last[-1]

def another_as_near(flat, org, target_flat):
    """a name of another organisation is about as near to the query as that of the target"""
    limit = distance(flat, target_flat, 6) + 2
    t = trigrams(flat)
    hits = collections.Counter()
    for g in t:
        hits.update(grams.get(g, ()))
    need = max(1, len(t) - 4 * limit)
    return any(c >= need and names[k].org != org and distance(flat, names[k].flat, limit) <= limit
               for k, c in hits.items())

def judgeable(query, base, open_ended=False, reordered=False):
    """False where another organisation would be as good an answer"""
    q, b = norm(query), base.norm
    flat = q.replace(' ', '')
    if len(flat) < (4 if base.script in ('CJK', 'KANA', 'HANGUL') else 7):
        return False
    if starts_another(flat, base.org) or starts_another(base.flat, base.org):
        return False
    if words_in_another(b.split(), base.org) or words_in_another(q.split(), base.org, open_ended):
        return False
    if base.script in ('CJK', 'KANA', 'HANGUL') and any(
            n.org != base.org and (flat in n.flat or len(n.flat) > 5 and n.flat in base.flat) for n in wide):
        return False
    if not open_ended and not reordered and another_as_near(flat, base.org, base.flat):
        return False
    # a name of another organisation of several words that the query contains entirely
    if any(len(n.split()) > 1 and not words_in_another_same(n, base.org) for n in contained(q)):
        return False
    return True

all_norms = collections.defaultdict(set)
for n in names:
    all_norms[n.norm].add(n.org)
def contained(q):
    w = q.split()
    for i in range(len(w)):
        for j in range(i + 2, len(w) + 1):
            if (j - i) * 2 >= len(w) + 1:
                s = ' '.join(w[i:j])
                if s in all_norms:
                    yield s
def words_in_another_same(s, org):
    return all_norms[s] <= {org}

# ------------------------------------------------------------------ kinds
rng = random.Random(SEED)
KEYS = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm', 'йцукенгшщзхъ', 'фывапролджэ', 'ячсмитьбю',
        'ضصثقفغعهخحجد', 'شسيبلاتنمكط', 'ئءؤرىةوزظ', 'ςερτυθιοπ', 'ασδφγηξκλ', 'ζχψωβνμ', 'קראטוןםפ', 'שדגכעיחלךף', 'זסבהנמצתץ']
NEAR = {}
for row in KEYS:
    for i, c in enumerate(row):
        NEAR[c] = [row[j] for j in (i - 1, i + 1) if 0 <= j < len(row)]
VOWELS = {'ि': 'ी', 'ी': 'ि', 'ु': 'ू', 'ू': 'ु', 'ি': 'ী', 'ী': 'ি', 'ু': 'ূ', 'ূ': 'ু', 'ി': 'ീ', 'ീ': 'ി', 'ి': 'ీ', 'ీ': 'ి'}

def edit(text):
    """one slip of the finger in a word of at least four letters, seldom at its beginning"""
    if any(c in VOWELS for c in text):
        i = rng.choice([i for i, c in enumerate(text) if c in VOWELS])
        return text[:i] + VOWELS[text[i]] + text[i + 1:]
    places = [i for m in re.finditer(r'\w{4,}', text) for i in range(m.start() + 1, m.end() - 1) if text[i].isalpha()]
    if not places:
        return None
    i, how = rng.choice(places), rng.choice(['adjacent', 'swap', 'drop', 'double'])
    c = text[i]
    base = strip_accents(c).lower()
    if how == 'adjacent' and base in NEAR and c.islower() | (c.lower() == c.upper()):
        return text[:i] + rng.choice(NEAR[base]) + text[i + 1:]
    if how == 'swap' and text[i + 1] != c:
        return text[:i] + text[i + 1] + c + text[i + 2:]
    if how == 'double':
        return text[:i] + c + text[i:]
    return text[:i] + text[i + 1:]

def typo(n):
    if n.script in ('CJK', 'KANA', 'HANGUL', 'TAMIL', 'THAI', 'KHMER', 'MYANMAR', 'LAO', 'TIBETAN', 'SINHALA'):
        return None
    letters = sum(c.isalpha() for c in n.value)
    if letters < 8 or letters > 45 or '(' in n.value:
        return None
    t = edit(n.value)
    if t and letters >= 16 and rng.random() < .45:
        t = edit(t)
    if t and rng.random() < .5:
        t = lower(t)
    return t if t and norm(t) != n.norm else None

def no_accents(n):
    if n.script not in ('LATIN', 'GREEK') or len(n.value) > 60:
        return None
    t = strip_accents(n.value)
    if t == n.value.replace('’', "'"):
        return None
    return lower(t) if rng.random() < .6 else t

def other_language_name(n):
    d = orgs[n.org]['display']
    if n.lang is None or n.lang == d['lang'] or 'acronym' in n.kinds or 'ror_display' in n.kinds:
        return None
    if norm(d['value']).startswith(n.norm) or len(n.value) > 70:
        return None
    if any(m['lang'] == d['lang'] and norm(m['value']) == n.norm for m in orgs[n.org]['names']):
        return None
    return n.value

def joined(n):
    w = n.value.split(' ')
    if n.script in ('CJK', 'KANA', 'THAI', None) or not 2 <= len(w) <= 4 or len(n.value) > 34 or '(' in n.value:
        return None
    if len(w) == 2 or rng.random() < .3:
        t = ''.join(w)
    else:
        k = rng.randrange(len(w) - 1)
        t = ' '.join(w[:k] + [w[k] + w[k + 1]] + w[k + 2:])
    return lower(t) if rng.random() < .6 else t

ENDS = ('大学', '大學', '研究所', '研究院', '病院', '医院', '醫院', '学院', '學院', '高等学校', '高等専門学校', '研究センター',
        'センター', '財団', '協会', '학교', '대학교', '연구소', '연구원', '병원', '재단', '公司', '中心', '博物館', '协会', '基金会')
STEMS = ('universität', 'hochschule', 'institut', 'forschung', 'zentrum', 'stiftung', 'klinik', 'schule', 'krankenhaus',
         'sykehus', 'sjukhus', 'ziekenhuis', 'yliopisto', 'högskola', 'høgskole', 'opisto', 'egyetem')
HEADS = ('bio', 'geo', 'micro', 'nano', 'neuro', 'multi', 'agro', 'hydro', 'electro', 'elektro', 'cyber', 'eco', 'psycho', 'cardio',
         'photo', 'immuno', 'radio', 'thermo', 'socio', 'aero', 'astro', 'mikro', 'био', 'гео', 'нейро', 'микро', 'агро', 'гидро', 'кардио', 'электро',
         'радио', 'βιο', 'γεω', 'νευρο', 'ηλεκτρο', 'μικρο', 'agri', 'gastro', 'onco', 'ortho')
def split(n):
    if len(n.value) > 48 or '(' in n.value:
        return None
    if n.script in ('CJK', 'KANA', 'HANGUL'):
        for e in sorted(ENDS, key=len, reverse=True):
            i = n.value.find(e)
            if i > 1 and n.value[i - 1] != ' ' and script(n.value[i - 1]) and not n.value[i + len(e):].startswith('法人'):
                return n.value[:i] + ' ' + n.value[i:]
        return None
    if n.script == 'ARABIC':
        if n.lang == 'ar' and re.search(r' و(?=ال\w{3})', n.value):
            return re.sub(r' و(?=ال\w{3})', ' و ', n.value)
        if '\u200c' in n.value:
            return n.value.replace('\u200c', ' ')
        return None
    options = []
    for m in re.finditer(r'[^\W\d_]{8,}', n.value):
        w = m.group()
        low = unicodedata.normalize('NFC', strip_accents(w).lower()) if n.script == 'GREEK' else w.lower()
        options += [m.start() + i for i in range(3, len(w) - 2) if w[i].isupper() and w[i - 1].islower()]
        options += [m.start() + low.find(t) for t in STEMS if low.find(t) >= 3]
        options += [m.start() + len(h) for h in HEADS if low.startswith(h) and len(w) - len(h) >= 4
                    and not low[len(h):].startswith(('log', 'lóg', 'nom', 'nóm', 'лог', 'λογ', 'ργ', 'πον', 'graf', 'graph', 'gráf', 'граф', 'met', 'nic'))]
    if not options:
        return None
    i = rng.choice(options)
    t = n.value[:i] + ' ' + n.value[i:]
    return lower(t) if rng.random() < .5 else t

def prefix(n):
    narrow = n.script in ('CJK', 'KANA', 'HANGUL')
    if not (6 if narrow else 12) <= len(n.value) <= 60 or '(' in n.value:
        return None
    t = n.value[:round(len(n.value) * rng.uniform(.6, .8))]
    if unicodedata.category(n.value[len(t)])[0] == 'M':       # not in the middle of a syllable
        t = t[:-1]
    while t and (not t[-1].isalnum() and unicodedata.category(t[-1])[0] != 'M'):
        t = t[:-1]
    return lower(t) if rng.random() < .4 else t

SMALL = set('''of the for and in at on de la le les des du et pour en aux au del los las el y da do das dos e para di della delle dei per
 für der die das und von zur zum van voor het dan och för i og ve w im na i и в по для ltd limited inc llc gmbh ag sa sarl sas ev spa srl
 bv plc corp corporation company co kg foundation في على و للـ ve för w pentru și al și ja та у'''.split())
LEGAL = ['株式会社', '公益財団法人', '一般財団法人', '公益社団法人', '一般社団法人', '独立行政法人', '国立大学法人', '学校法人', '医療法人社団', '医療法人',
         '特定非営利活動法人', '社会福祉法人', '地方独立行政法人', '国立研究開発法人', '有限公司', '股份有限公司', '有限责任公司', '주식회사', '(주)',
         '재단법인', '사단법인', 'ООО', 'ФГБОУ ВО', 'ФГБУ']
def missing_word(n):
    if len(n.value) > 80:
        return None
    for legal in sorted(LEGAL, key=len, reverse=True):
        if legal in n.value and len(n.value) > len(legal) + 3:
            return ' '.join(n.value.replace(legal, ' ').split())
    w = n.value.split(' ')
    if len(w) < 3 or len(w) > 9:
        return None
    k = [i for i, x in enumerate(w) if x.casefold().strip('.,()').replace('.', '') in SMALL]
    if not k:
        return None
    i = rng.choice(k)
    j = i + 1
    while i - 1 in k:
        i -= 1
    while j in k:
        j += 1
    t = ' '.join(w[:i] + w[j:]).strip(' ,')
    return lower(t) if rng.random() < .4 else t

ORDER = [(r'^(?:The )?(University|Institute|Academy|Museum|College|Bank|Ministry|Botanical Garden) of (\S+(?: \S+)?)$', r'\2 \1'),
         (r"^(Université|Institut|Hôpital|École|Centre|Musée) (?:de |d'|d’|du )(\S+(?: \S+)?)$", r'\2 \1'),
         (r'^(Universidad|Universidade|Hospital|Instituto|Ayuntamiento|Universitat|Università|Istituto|Museo) (?:de |da |do |del |di )(\S+(?: \S+)?)$', r'\2 \1'),
         (r'^(Universität|Hochschule|Klinikum|Universitätsklinikum|Technische Universität) (\S+)$', r'\2 \1'),
         (r'^(Universitas|Politeknik|Rumah Sakit|Uniwersytet|Universiteit|Institut) (\S+(?: \S+)?)$', r'\2 \1'),
         ]
def word_order(n):
    for pattern, put in ORDER:
        m = re.match(pattern, n.value)
        if m and (m.group(2)[0].islower() or m.group(2).split()[0].casefold() in SMALL or len(m.group(2)) < 4):
            return None
        t, done = re.subn(pattern, put, n.value)
        if done and ',' not in n.value and n.script and len(n.value) <= 50:
            return lower(t) if rng.random() < .5 else t
    place = (orgs[n.org]['locations'] or [{}])[0].get('name') or ''
    v = n.value.rstrip()
    if len(place) > 3 and len(v) <= 60 and v.endswith(' ' + place) and len(v.split()) <= 6 and ',' not in v and n.script == 'LATIN':
        rest = re.sub(r'(,|\b(?:of|de|di|in|at|d’|à|zu|w|i)) *$', '', v[:-len(place)].rstrip()).strip(' ,-')
        if len(rest.split()) >= 2 and rest.split()[-1].casefold() not in SMALL | {'grande', 'san', 'new', 'santa', 'são', 'saint', 'degli'}:
            t = place + ' ' + rest
            return lower(t) if rng.random() < .5 else t
    return None

HARAKAT = {'جامعة': 'جَامِعَة', 'كلية': 'كُلِّيَّة', 'مستشفى': 'مُسْتَشْفَى', 'معهد': 'مَعْهَد', 'مركز': 'مَرْكَز', 'مدرسة': 'مَدْرَسَة',
           'وزارة': 'وِزَارَة', 'مؤسسة': 'مُؤَسَّسَة', 'جمعية': 'جَمْعِيَّة', 'هيئة': 'هَيْئَة', 'علوم': 'عُلُوم', 'وطني': 'وَطَنِيّ', 'متحف': 'مُتْحَف', 'بنك': 'بَنْك'}
def arabic_variants(n):
    if n.script != 'ARABIC' or len(n.value) > 55 or '_' in n.value:
        return None
    t = n.value
    ways = []
    if re.search('[أإآ]', t): ways += [lambda x: re.sub('[أإآ]', 'ا', x)] * 2
    if re.search(r'\bال[اأإ]', t): ways += [lambda x: re.sub(r'\bالا', 'الإ', x, count=1) if 'الا' in x else x]
    if re.search(r'ة\b', t): ways += [lambda x: re.sub(r'ة\b', 'ه', x)] * 2
    if n.lang == 'ar' and re.search(r'ى\b', t): ways.append(lambda x: re.sub(r'ى\b', 'ي', x))
    if n.lang == 'ar' and re.search(r'ي\b', t): ways.append(lambda x: re.sub(r'ي\b', 'ى', x))
    if n.lang == 'ar' and re.search(r'^ال\w{3}', t):
        ways += [lambda x: drop_article(x)] * 2
    if n.lang == 'ar':
        ways += [tatweel, harakat]
    if n.lang in ('fa', 'ur', 'ps') and re.search('[یک]', t):
        ways += [lambda x: x.replace('ی', 'ي').replace('ک', 'ك')] * 2
    if '\u200c' in t: ways.append(lambda x: x.replace('\u200c', rng.choice(['', ' '])))
    if not ways:
        return None
    for way in rng.sample(ways, min(len(ways), rng.choice([1, 2, 2]))):
        t = way(t)
    return t if t != n.value else None
def drop_article(x):
    return re.sub(r'(?:^|(?<= ))ال(?=\w{3})', '', x, count=rng.choice([0, 1]))
def tatweel(x):
    m = rng.choice(list(re.finditer(r'(?<=[بتثجحخسشصضطظعغفقكلمنهي])(?=[بتثجحخسشصضطظعغفقكلمنهيةا])', x)) or [None])
    return x[:m.start()] + 'ـ' * rng.choice([1, 3]) + x[m.start():] if m else x
def harakat(x):
    return re.sub(r'(?<!\w)(ال)?(' + '|'.join(HARAKAT) + r')(?!\w)', lambda m: (m.group(1) or '') + HARAKAT[m.group(2)], x)

acronym_use = collections.Counter()
for o in orgs:
    acronym_use.update({w for n in o['names'] for w in norm(n['value']).split()} | {squeeze(n['value']) for n in o['names']})
def acronym_and_country(n):
    if 'acronym' not in n.kinds or n.script != 'LATIN' or not 3 <= len(n.value) <= 9 or not n.value.isalpha():
        return None
    country = (orgs[n.org]['locations'] or [{}])[0].get('country_code')
    if country not in COUNTRIES or acronym_use[n.flat] != 1:
        return None
    return n.value + ' ' + COUNTRIES[country]

MAKE = dict(other_language_name=other_language_name, typo=typo, prefix=prefix, no_accents=no_accents, joined=joined, split=split,
            missing_word=missing_word, word_order=word_order, arabic_variants=arabic_variants,
            acronym_and_country=acronym_and_country)
# the scarcer kinds choose first
SEQUENCE = ['word_order', 'arabic_variants', 'acronym_and_country', 'split', 'missing_word', 'no_accents', 'joined', 'prefix', 'typo',
            'other_language_name']

def clean(n):
    return (n.bucket and n.flat and not any(unicodedata.category(c)[0] == 'C' and c != '\u200c' for c in n.value)
            and unicodedata.normalize('NFC', n.value) == n.value and '\u0307' not in n.value and ' / ' not in n.value
            and (n.bucket == 'latin-und' or n.lang or n.script))

# unnatural or too general on reading them over
SKIP = {q.casefold() for q in ('Complejo Hospitalario Universitario', 'Εθνική βιβλιοθήκη', 'МИННО-ГЕО ЛОЖКИ УНИВЕРСИТЕТ "СВ. ИВАН РИЛСКИ"',
    'S2AQUAco LAB', 'Aachen FIR an der RWTH', 'pesquisas eldorado instituto', 'Minho Labbels Universidade', 'Mayuben2002S.L.',
    'Padang State Islamic University Imam Bonjol', 'Ústav materiálového výskumu Slovenská akadémia vied, v. v',
    'Ústav materiálového výskumu Slovenská akadémia vied, v. v.', 'Lecce INFN Sezione', 'Iru', 'ЦДНТАУкраїни')}

pools = collections.defaultdict(list)
for n in names:
    if clean(n):
        pools[n.bucket].append(n)
for b in sorted(pools):
    rng.shuffle(pools[b])

used, seen, out = set(), set(), {'tuning': [], 'test': []}
for kind in SEQUENCE:
    tuning, test = QUOTA[kind]
    found, rank = [], {}
    place = {b: 0 for b in sorted(pools)}
    live = sorted(pools)
    while live and len(found) < tuning + test:
        for b in list(live):
            if len(found) == tuning + test:
                break
            got = None
            while place[b] < len(pools[b]) and not got:
                n = pools[b][place[b]]
                place[b] += 1
                if n.org in used or ('acronym' in n.kinds) != (kind == 'acronym_and_country'):
                    continue
                q = MAKE[kind](n)
                if not q:
                    continue
                q = unicodedata.normalize('NFC', ' '.join(q.split())).strip(' -–—,')
                if '\t' in q or q.casefold() in seen | SKIP or len(norm(q)) < 3:
                    continue
                if kind == 'acronym_and_country' or judgeable(q, n, kind == 'prefix', kind in ('word_order', 'missing_word')):
                    got = (q, n)
            if not got:
                live.remove(b)
                continue
            q, n = got
            used.add(n.org)
            seen.add(q.casefold())
            found.append((q, n.lang or 'und', kind, orgs[n.org]['id'], b))
    rng.shuffle(found)
    short = tuning + test - len(found)
    if short:
        print(f'{kind}: {short} fewer than asked for', file=sys.stderr)
    # one in three of every script or language to the tuning set
    found.sort(key=lambda r: r[4])
    t = 0
    for i, row in enumerate(found):
        if t < tuning and (i % 3 == 1 or len(found) - i <= tuning - t):
            out['tuning'].append(row)
            t += 1
        else:
            out['test'].append(row)

for part, rows in out.items():
    rows.sort(key=lambda r: (SEQUENCE.index(r[2]), r[4], r[0]))
    with open(os.path.join(FOLDER, f'corpus.{part}.tsv'), 'w', encoding='utf-8', newline='\n') as f:
        f.write('query\tlang\tkind\texpected\n')
        for q, lang, kind, ror, _ in rows:
            f.write(f'{q}\t{lang}\t{kind}\t{ror}\n')
    print(part, len(rows), dict(collections.Counter(r[2] for r in rows)), dict(collections.Counter(r[4] for r in rows)))
