using Campaigns.Confidentiality.Texts;

namespace Campaigns.Confidentiality.Kinds;

/// <summary>How far a name goes: initials, further names, particles, double-barrelled and Irish surnames.</summary>
internal static class NameRuns
{
    private const int MostWords = 6;

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Organisations = new HashSet<string>(
        ("john lewis|guy fawkes|weight watchers|marie stopes|royal marsden|kings lynn|rob roy|ivy house|marks spencer|peter jones|anthony nolan|marie curie|james cook|john radcliffe|sue ryder|florence nightingale|mary seacole|ronald mcdonald|jo cox|alexander fleming|edward jenner|alan turing|"
        + "louis pasteur|queen elizabeth|queen mary|princess alexandra|princess alice|royal victoria|russell howard|ted baker|paul smith|laura ashley|jack wills|ben nevis|tom tom|jack daniels|johnnie walker|"
        + "james bond|harry potter|father christmas|santa claus|peter pan|mickey mouse|lewis hamilton trust|arthur rank|helen bamber|martha trust|katharine house|st luke|st john|"
        + "jimmy choo|sarah cannon|ellenor lions|helen rollason|bobby moore|sebastian coe|stephen hawking|charles darwin|isaac newton|victoria derbyshire|william harvey|rosalind franklin|francis crick|"
        + "frances street|george eliot|charlotte street|james paget|lister hospital|diana princess|martin house|naomi house|rachel house|robin house|francis house|julia house|alexander devine|max appeal|"
        + "molly rose|ruth strauss|robbie burns|lloyd george|jessie may|noah ark|emily ash|henry ford|henry viii|elizabeth line|victoria line|victoria station|ann summers|dorothy perkins|thomas cook|"
        + "jamie oliver|lewis moody|ella neale|jenny craig|rose cottage|daisy hill|guys hospital").Split('|'),
        StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The last word of the name that goes through a word.</summary>
    public static int Extend(ReadText text, int first, bool isEager = false)
    {
        var last = first;
        for (var at = first + 1; at < text.Count && at <= first + MostWords; at++)
        {
            var gap = text.GapAfter(at - 1);
            ref var token = ref text.Tokens[at];
            if (token.Kind != TokenKind.Word || token.IsInTag || !Joins(text, at - 1, gap, token))
            {
                break;
            }

            if (token.Length == 1 && gap is ['\''] && at == last + 1 && text.Chars[token.Start] is 's' or 'S')
            {
                break;
            }

            if (IsPart(text, first, at, isEager))
            {
                last = at;
            }
            else if (!(token.Is(WordClasses.Particle) || (token.Length == 1 && (gap is ['\''] || text.GapAfter(at) is ['\'']))) || at > last + 2)
            {
                break;
            }
        }

        // "Smith, John"
        return (last == first || (last == first + 1 && text.GapAfter(first) is ['-'])) && text.Tokens[first].IsCapitalised && text.Tokens[last].Is(WordClasses.AnySurname) && text.GapAfter(last) is [',', ' '] or [','] && last + 1 < text.Count
            && (text.Tokens[last + 1].Is(WordClasses.Given) || (text.Tokens[last + 1].Is(WordClasses.Surname) && first > 0 && text.GapAfter(first - 1).Contains(':'))) && text.Tokens[last + 1].IsCapitalised ? last + 1 : last;
    }

    /// <summary>The first word of the name that a given name stands in: "Oluwaseun Grace", "Smith, John".</summary>
    public static int Begin(ReadText text, int given)
    {
        if (given == 0 || !text.Tokens[given].IsCapitalised)
        {
            return given;
        }

        ref var before = ref text.Tokens[given - 1];
        var gap = text.GapAfter(given - 1);
        if (gap is ['\''] && before is { Length: 1, IsCapitalised: true } && text.Chars[before.Start] == 'O')
        {
            return given - 1;
        }

        if (before.Kind != TokenKind.Word || before.IsInTag || before.IsInAddress || !before.IsCapitalised || before.Length < 2)
        {
            return given;
        }

        if (gap is [',', ' '] or [','])
        {
            return Listed(text, given - 1) is >= 0 and var listed ? listed : given;
        }

        var isUnknown = gap is [' '] or ['-'] && (before.Classes & ~(WordClasses.Surname | WordClasses.Given)) == 0 && before.IsUpper == text.Tokens[given].IsUpper;
        return isUnknown ? given - 1 : given;
    }

    // The surname before a comma, "Bevan-Hughes, Emma" or "Ap Gwilym, Joyce", where it begins what is listed; or -1.
    private static int Listed(ReadText text, int last)
    {
        if (!text.Tokens[last].Is(WordClasses.AnySurname | WordClasses.Given) && text.Tokens[last].Classes != WordClasses.None)
        {
            return -1;
        }

        var first = last;
        while (first > 0 && first > last - 4 && text.Tokens[first - 1] is { Kind: TokenKind.Word, IsCapitalised: true, IsInTag: false } && (text.GapAfter(first - 1) is ['-'] or ['\''] || (text.GapAfter(first - 1) is [' '] && text.Tokens[first - 1].Is(WordClasses.Particle))))
        {
            first--;
        }

        var isListed = first == 0 || text.GapAfter(first - 1) is not [' ']
            || (text.Tokens[first - 1].Is(WordClasses.Person | WordClasses.Introduction | WordClasses.Filler) && text.Text(text.Tokens[first - 1]) is not ("in" or "at" or "from" or "near" or "to"));
        return isListed ? first : -1;
    }

    /// <summary>Whether what looks like a name is an organisation, a place or a story's figure.</summary>
    public static bool IsOrganisation(ReadText text, int first, int last)
    {
        // "Stephen Lawrence Day"
        if (last > first + 1 && text.Tokens[last].Is(WordClasses.Organisation) && (!text.Tokens[last].Is(WordClasses.SurnameWord) || text.Text(text.Tokens[last]) is "Day" or "House" or "Park" or "Court"))
        {
            return true;
        }

        if (last + 1 < text.Count && text.Tokens[last + 1] is { Kind: TokenKind.Word } next && next.Is(WordClasses.Organisation | WordClasses.Street | WordClasses.WeakStreet) && !(last + 2 < text.Count && text.Tokens[last + 2].Kind == TokenKind.Number) && (next.IsCapitalised || IsBuilding(text, last + 1)) && text.GapAfter(last) is [' '] or ['\'', ' '])
        {
            return true;
        }

        // "Guy's Hospital", "St Thomas' Hospital"
        if (last + 2 < text.Count && text.Tokens[last + 1].Length == 1 && text.GapAfter(last) is ['\''] && text.Tokens[last + 2].IsCapitalised && text.Tokens[last + 2].Is(WordClasses.Organisation) && text.GapAfter(last + 1) is [' '])
        {
            return true;
        }

        return first + 1 < text.Count && text.Tokens[first + 1].End - text.Tokens[first].Start < 40
            && Organisations.Contains(text.Chars.AsSpan(text.Tokens[first].Start, text.Tokens[first + 1].End - text.Tokens[first].Start));
    }

    // "my name is iain price!": nothing follows that would make a word of it.
    private static bool IsEnd(ReadText text, int at) => at + 1 >= text.Count || text.GapAfter(at) is not [' '] || NameContexts.Says(text, at + 1, "was") || NameContexts.Says(text, at + 1, "is") || NameContexts.Says(text, at + 1, "has");

    private static bool IsBuilding(ReadText text, int at) => text.Text(text.Tokens[at]) is "wing" or "ward" or "hospital" or "clinic" or "unit" or "centre" or "building" or "suite" or "hospice";

    private static bool Joins(ReadText text, int before, ReadOnlySpan<char> gap, in Token next) => gap switch
    {
        [' '] or ['-'] or ['_'] or ['\''] or [' ', ' '] => true,
        ['.'] => text.Tokens[before].Length == 1 || next.Is(WordClasses.AnySurname),
        ['.', ' '] => text.Tokens[before].Length == 1,
        ['\n'] or ['\r', '\n'] or [' ', '\n'] or ['\n', ' '] or ['+'] => next.IsCapitalised && (next.Length == 1 ? text.Chars[next.Start] == 'O' && text.Chars[next.End] == '\'' : (next.Is(WordClasses.AnySurname) && !next.Is(WordClasses.Common)) || text.Tokens[before].Is(WordClasses.Particle)),
        _ => false,
    };

    private static bool IsPart(ReadText text, int first, int at, bool isEager)
    {
        ref var token = ref text.Tokens[at];
        ref var start = ref text.Tokens[first];
        if (token.Is(WordClasses.Street) && !start.Is(WordClasses.AnyGiven))
        {
            return false;
        }

        if (token.Is(WordClasses.Title | WordClasses.Person) && !token.Is(WordClasses.AnySurname))
        {
            return false;
        }

        if (!token.IsCapitalised)
        {
            // In small letters a surname must be known, or unknown as a word where a condition is spoken of.
            return !start.IsCapitalised && (token.Is(WordClasses.Surname) || token.Classes == WordClasses.SurnameWord || (token.Is(WordClasses.Given) && text.Tokens[at - 1].Is(WordClasses.Particle)) || (isEager && token.Is(WordClasses.SurnameWord) && at == first + 1 && IsEnd(text, at)) || (isEager && (token.Classes & ~WordClasses.SurnameWord) == 0 && token.Length > 2 && at == first + 1));
        }

        if (token.Length == 1)
        {
            return text.Chars[token.Start] is not ('I' or 'A') || text.GapAfter(at) is ['.', ..] || (at + 1 < text.Count && text.Tokens[at + 1].Is(WordClasses.AnySurname) && text.Tokens[at + 1].IsCapitalised);
        }

        if (token.IsUpper && !start.IsUpper && token.Length < 5 && !token.Is(WordClasses.AnySurname))
        {
            return false;
        }

        if (token.Is(WordClasses.Organisation) && at + 1 < text.Count && text.Tokens[at + 1].Kind == TokenKind.Number)
        {
            // "Kevin Okafor Ward 7 were amazing"
            return false;
        }

        return token.Is(WordClasses.AnySurname | WordClasses.AnyGiven) ? !token.Is(WordClasses.Common) || text.GapAfter(at - 1) is [' '] : !token.Is(WordClasses.Ordinary | WordClasses.Place | WordClasses.Filler | WordClasses.Introduction | WordClasses.Street);
    }
}
