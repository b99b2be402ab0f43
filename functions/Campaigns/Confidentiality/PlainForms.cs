namespace Campaigns.Confidentiality;

/// <summary>The forms that need no context: addresses with an at sign, handles, and numbers of ten or eleven digits.</summary>
internal static class PlainForms
{
    public static IReadOnlyList<PersonalDataSpan> Find(ReadOnlySpan<char> text)
    {
        List<PersonalDataSpan>? found = null;
        for (var at = 0; at < text.Length; at++)
        {
            var span = text[at] == '@' ? Address(text, at, found is [.., var last] ? last.End : 0)
                : char.IsAsciiDigit(text[at]) || text[at] == '+' ? Number(text, at)
                : null;
            if (span is { } one)
            {
                (found ??= []).Add(one);
                at = one.End - 1;
            }
        }

        return found ?? (IReadOnlyList<PersonalDataSpan>)[];
    }

    private static PersonalDataSpan? Address(ReadOnlySpan<char> text, int at, int from)
    {
        var (start, end) = (at, at + 1);
        while (start > from && IsInName(text[start - 1]))
        {
            start--;
        }

        while (end < text.Length && IsInName(text[end]))
        {
            end++;
        }

        while (end > at + 1 && text[end - 1] is '.' or '-')
        {
            end--;
        }

        return end == at + 1 ? null : new(start, end - start, start < at ? PersonalDataKind.Email : PersonalDataKind.Handle);
    }

    private static PersonalDataSpan? Number(ReadOnlySpan<char> text, int at)
    {
        if (at > 0 && char.IsLetterOrDigit(text[at - 1]))
        {
            return null;
        }

        var (digits, end) = (0, at);
        for (var next = at; next < text.Length && (char.IsAsciiDigit(text[next]) || text[next] is ' ' or '-' or '.' or '(' or ')' or '+'); next++)
        {
            if (char.IsAsciiDigit(text[next]))
            {
                (digits, end) = (digits + 1, next + 1);
            }
        }

        return digits switch
        {
            10 when text[at] is not ('+' or '0') => new(at, end - at, PersonalDataKind.NhsNumber),
            >= 10 and <= 14 when text[at] is '+' or '0' => new(at, end - at, PersonalDataKind.Telephone),
            _ => null,
        };
    }

    private static bool IsInName(char character) => char.IsAsciiLetterOrDigit(character) || character is '.' or '_' or '-' or '+' or '%';
}
