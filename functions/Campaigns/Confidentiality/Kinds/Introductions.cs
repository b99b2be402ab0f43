using Campaigns.Confidentiality.Texts;

namespace Campaigns.Confidentiality.Kinds;

/// <summary>Names after a relation ("my mum Janet") or an introduction ("my name is", "RIP", "Regards,").</summary>
internal static class Introductions
{
    /// <summary>The name that follows a relation ("my mum Janet") or an introduction ("my name is", "RIP"), or -1.</summary>
    public static int Named(ReadText text, int word, bool isHealth)
    {
        ref var token = ref text.Tokens[word];
        var at = word + 1;
        var isSure = token.Is(WordClasses.Introduction);
        if (isSure && !IsIntroduction(text, word, ref at))
        {
            return -1;
        }

        if (!isSure && at + 1 < text.Count && (NameContexts.Says(text, at, "called") || NameContexts.Says(text, at, "named")))
        {
            (at, isSure) = (at + 1, true);
        }

        if (at >= text.Count || text.Tokens[at].Kind != TokenKind.Word || text.Tokens[at].IsInTag)
        {
            return -1;
        }

        var gap = text.GapAfter(at - 1);
        if (gap.Length > 3 || gap.ContainsAnyExcept(isSure ? " :,-=\n\"'" : " ,(:-\"'") || (!isSure && gap is ['\'', ..]) || (!isSure && gap is [',', ..] && !text.Tokens[at].Is(WordClasses.AnyGiven)))
        {
            return -1;
        }

        ref var name = ref text.Tokens[at];
        var isName = name.Is(WordClasses.Given) ? name.IsCapitalised || isHealth || isSure || (gap is [' '] && !name.Is(WordClasses.GivenWord | WordClasses.Common))
            : name.IsCapitalised && name.Is(WordClasses.GivenWord) ? !NameContexts.IsQuestion(text, at)
            : name.IsCapitalised && name.Length > 1 && !name.Is(WordClasses.Ordinary | WordClasses.Filler | WordClasses.Place | WordClasses.Title | WordClasses.Person) && (!name.IsUpper || name.Length > 4 || name.Is(WordClasses.AnySurname)) ? isSure || NameContexts.IsAFullName(text, at) || gap is [' '] or [' ', '('] or ['('] or [':', ..]
            : name.Is(WordClasses.Surname) && (isHealth || isSure) ? true
            : name.Length == 1 && name.IsCapitalised && isSure && text.Chars[name.Start] is not ('I' or 'A') && text.GapAfter(at) is ['.', ..];
        return isName && !Organisations.Is(text, at, NameRuns.Extend(text, at)) ? at : -1;
    }

    // "my name is", "I'm", "RIP", "Regards,": at becomes the word after it.
    private static bool IsIntroduction(ReadText text, int word, ref int at)
    {
        if (NameContexts.Says(text, word, "name") || NameContexts.Says(text, word, "names") || NameContexts.Says(text, word, "surname") || NameContexts.Says(text, word, "firstname"))
        {
            var isTold = text.GapAfter(word).IndexOfAny(':', '=') >= 0;
            if (at < text.Count && (NameContexts.Says(text, at, "is") || NameContexts.Says(text, at, "was") || (NameContexts.Says(text, at, "s") && text.GapAfter(word) is ['\'']) || NameContexts.Says(text, at, "of")))
            {
                (at, isTold) = (at + 1, true);
            }

            return (isTold || (word > 0 && NameContexts.Says(text, word - 1, "my"))) && at < text.Count;
        }

        if (NameContexts.Says(text, word, "i") || NameContexts.Says(text, word, "im"))
        {
            // "I'm Jane", "I am Jane Smith": a known name only, lest it be "I'm Welsh".
            at += NameContexts.Says(text, word, "i") && at < text.Count && (NameContexts.Says(text, at, "m") || NameContexts.Says(text, at, "am")) ? 1 : 0;
            return at < text.Count && (at > word + 1 || NameContexts.Says(text, word, "im")) && (text.Tokens[at].Is(WordClasses.Given) || (text.Tokens[at].Is(WordClasses.GivenWord) && text.Tokens[at].IsCapitalised && NameContexts.IsAFullName(text, at)) || NameContexts.IsAFullName(text, at));
        }

        if (NameContexts.Says(text, word, "ask") || NameContexts.Says(text, word, "speak") || NameContexts.Says(text, word, "from") || NameContexts.Says(text, word, "thanks") || NameContexts.Says(text, word, "thank"))
        {
            // "ask for Shaz"
            at += at < text.Count && (NameContexts.Says(text, at, "for") || NameContexts.Says(text, at, "to")) ? 1 : 0;
            if (at < text.Count && NameContexts.Says(text, word, "ask") && at > word + 1 && text.Tokens[at].IsCapitalised && !text.Tokens[at].Is(WordClasses.Ordinary | WordClasses.Place | WordClasses.Filler))
            {
                return true;
            }
        }

        return at < text.Count && (text.Tokens[at].Is(WordClasses.AnyGiven) || (text.Tokens[at].IsCapitalised && NameContexts.IsAFullName(text, at)))
            && (!text.Tokens[at].Is(WordClasses.GivenWord) || text.Tokens[at].IsCapitalised);
    }
}
