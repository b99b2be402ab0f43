using System.Buffers;
using Campaigns.Confidentiality.Texts;

namespace Campaigns.Confidentiality.Kinds;

/// <summary>Names on social networks: after an at sign, on a server, after "u/", beside the name of a platform, and addresses of profiles.</summary>
internal static class Handles
{
    private static readonly SearchValues<char> EndOfLabel = SearchValues.Create("!?,;#@");

    private const int MostParts = 16;

    public static void Find(ReadText text)
    {
        var isMarked = text.HasAt || text.HasSlash || (text.Classes & (WordClasses.HandleLabel | WordClasses.Platform)) != 0;
        for (var at = -1; isMarked && at < text.Count; at++)
        {
            var gap = text.GapAfter(at);
            if (text.HasAt && gap.IndexOf('@') is >= 0 and var sign && at + 1 < text.Count)
            {
                BySign(text, at, sign, gap.Length);
            }

            if (at >= 0 && text.Tokens[at].Kind == TokenKind.Word)
            {
                ByWord(text, at);
            }
        }
    }

    private static void BySign(ReadText text, int before, int sign, int length)
    {
        var next = before + 1;
        var gap = text.GapAfter(before);
        var start = (before < 0 ? 0 : text.Tokens[before].End) + sign;
        var isTouching = sign == 0 && before >= 0 && text.Tokens[before].Kind != TokenKind.Found;
        var isSpaced = sign + 1 < length && gap[(sign + 1)..] is [' '] or [' ', '_', ..];
        if ((sign + 1 < length && !isSpaced && gap[(sign + 1)..] is not ['_' or '.', ..]) || text.Tokens[next].Kind == TokenKind.Found)
        {
            return;
        }

        var (end, isMarked) = Run(text, next);
        isMarked |= gap[^1] == '_';
        if ((isTouching || isSpaced) && !isMarked)
        {
            return;
        }

        if (!IsTime(text, next, end) && !(end == next && text.Text(text.Tokens[next]) is "everyone" or "here" or "all" or "channel"))
        {
            text.Spans.Add(start, WithServer(text, end), PersonalDataKind.Handle);
        }
    }

    // Over letters, digits and what a name may hold; whether it holds what no word does.
    private static (int Last, bool IsMarked) Run(ReadText text, int first)
    {
        var (at, isMarked) = (first, false);
        while (at + 1 < text.Count && at < first + MostParts && text.Tokens[at + 1].Kind != TokenKind.Found && text.GapAfter(at) is [] or ['_'] or ['.'] or ['-'] or ['_', '_'])
        {
            isMarked |= text.GapAfter(at) is [] or ['_'];
            at++;
        }

        return (at, isMarked);
    }

    private static int WithServer(ReadText text, int last)
    {
        if (last + 2 < text.Count && text.GapAfter(last) is ['@'] && text.GapAfter(last + 1) is ['.'] or ['-'] or [])
        {
            last = Run(text, last + 1).Last;
        }

        var end = text.Tokens[last].End;
        while (end < text.Length && text.Chars[end] == '_')
        {
            end++;
        }

        return end;
    }

    // "@7pm", "@10.30"
    private static bool IsTime(ReadText text, int first, int last) => text.Tokens[first].Kind == TokenKind.Number && text.Tokens[first].Length <= 4
        && (last == first || (text.Tokens[last].Kind == TokenKind.Number && text.Tokens[last].Length <= 2) || text.Text(text.Tokens[last]) is "am" or "pm" or "AM" or "PM" or "ish" or "hrs");

    private static void ByWord(ReadText text, int at)
    {
        ref var token = ref text.Tokens[at];
        if (token.Length == 1 && text.Chars[token.Start] is 'u' or 'U' && at + 1 < text.Count && text.GapAfter(at) is ['/'] or ['/', '_'] && !token.IsInAddress && text.GapAfter(at - 1) is not ([.., '\'' or '.' or '-']) && text.Tokens[at + 1].Length > 1)
        {
            var start = token.Start > 0 && text.Chars[token.Start - 1] == '/' ? token.Start - 1 : token.Start;
            text.Spans.Add(start, WithServer(text, Run(text, at + 1).Last), PersonalDataKind.Handle);
        }
        else if (token.Is(WordClasses.Platform) && text.GapAfter(at) is ['.'] && at + 2 < text.Count && (token.Length > 1 || text.Text(text.Tokens[at + 1]) is "com" or "me"))
        {
            Profiles.Find(text, at);
        }
        else if (token.Is(WordClasses.HandleLabel) && !token.IsInAddress && !token.IsInTag)
        {
            Labelled(text, at);
        }

        if (at + 3 < text.Count && token.Length > 3 && text.GapAfter(at).IsEmpty && text.Tokens[at + 1] is { Kind: TokenKind.Number, Length: < 5 } && text.Text(text.Tokens[at + 2]) is "on" && text.Tokens[at + 3].Is(WordClasses.HandleLabel) && !token.IsUpper && !token.IsInTag)
        {
            // "janes99 on twitter"
            text.Spans.Add(token.Start, text.Tokens[at + 1].End, PersonalDataKind.Handle);
        }

        if (at + 1 < text.Count && text.GapAfter(at) is ['_'] && (at == 0 || text.GapAfter(at - 1) is not ['_']) && !token.IsInTag && !token.IsInAddress
            && (Labels.Near(text, at, at, WordClasses.HandleLabel | WordClasses.Platform, 5) || (at > 0 && text.Text(text.Tokens[at - 1]).Equals("at", StringComparison.OrdinalIgnoreCase) && text.GapAfter(at - 1).Length <= 3)))
        {
            text.Spans.Add(token.Start, WithServer(text, Run(text, at).Last), PersonalDataKind.Handle);
        }
    }

    // "insta: jane.s", "my snapchat is jane_88", "username janes99"
    private static void Labelled(ReadText text, int label)
    {
        var at = label + 1;
        var isNamed = text.GapAfter(label).IndexOfAny(':', '=') >= 0;
        while (at < text.Count && at < label + 5 && text.Tokens[at].Is(WordClasses.Filler | WordClasses.NumberWord | WordClasses.HandleLabel) && text.GapAfter(at) is not (['_'] or []))
        {
            isNamed |= text.GapAfter(at).IndexOfAny(':', '=') >= 0;
            at++;
        }

        if (at >= text.Count || text.Tokens[at].Kind != TokenKind.Word || text.Tokens[at].IsInTag || text.GapAfter(at - 1).IndexOfAny(EndOfLabel) >= 0 || text.GapAfter(at - 1) is ['.', ..] || text.GapAfter(at - 1).Length > 4)
        {
            return;
        }

        var (last, isMarked) = Run(text, at);
        var isDotted = last > at && text.Tokens[at].Length > 2 && text.Tokens[at].Length > 2 && IsNetwork(text, label) && text.GapAfter(at) is ['.'] && !text.Tokens[last].Is(WordClasses.TopLevel);
        var isOwn = isNamed && !text.Tokens[at].Is(WordClasses.Ordinary | WordClasses.Filler) && last == at && !text.Tokens[at].IsUpper;
        isMarked &= text.Tokens[at].Length > 2 && !text.Tokens[at].IsUpper && (IsNetwork(text, label) || HasUnderscore(text, at, last));
        if (isMarked || isDotted || isOwn || (at > label + 1 && HasInnerCapital(text.Text(text.Tokens[at]))))
        {
            var start = text.Tokens[at].Start;
            while (start > 0 && text.Chars[start - 1] == '_')
            {
                start--;
            }

            text.Spans.Add(start, WithServer(text, last), PersonalDataKind.Handle);
        }
    }

    // "follow", "dm" and "account" say less than a network's name does.
    private static bool IsNetwork(ReadText text, int label) => text.Text(text.Tokens[label]) is not ("dm" or "DM" or "dms" or "follow" or "Follow" or "account" or "user" or "tweet" or "tweeted" or "messaged" or "profile");

    private static bool HasUnderscore(ReadText text, int first, int last) => text.Chars.AsSpan(text.Tokens[first].Start, text.Tokens[last].End - text.Tokens[first].Start).Contains('_');

    private static bool HasInnerCapital(ReadOnlySpan<char> word) => word.Length > 2 && char.IsAsciiLetterLower(word[^1]) && word[1..].IndexOfAnyInRange('A', 'Z') > 0;
}
