using System.Buffers;
using System.Globalization;

namespace Campaigns.Listening.Intake;

/// <summary>The rules that every mention keeps to, whatever format it came in.</summary>
/// <param name="now">The time of the request.</param>
/// <param name="defaultChannel">The channel of lines that name none, or null.</param>
/// <param name="deriveIds">Whether ids are made from what the line says.</param>
internal sealed class MentionRules(DateTimeOffset now, string? defaultChannel, bool deriveIds)
{
    public const string IdRule = "must be text of 1 to 256 characters";
    public const string TextRule = "must be text of at most 64 KiB in UTF-8";
    private const string DamagedRule = "a spreadsheet rounded this id, so that it names several mentions: export it again as text, or send ?id=derive to make ids from channel, author, createdAt and text";

    /// <summary>The rule of a count.</summary>
    public static string CountRule(long most) => $"must be a whole number from 0 to {most}, or left out where it is unknown";

    private static readonly SearchValues<char> Mantissa = SearchValues.Create("0123456789.,");

    private readonly long latest = now.ToUnixTimeSeconds() + 300;

    /// <summary>Fills in what the request says for all lines, then checks what no single field shows.</summary>
    public void Check(Mention mention, LineFaults faults)
    {
        if (!mention.Seen.HasFlag(MentionFields.Channel) && (mention.Channel = defaultChannel) is null)
        {
            faults.Missing("channel");
        }

        if (!mention.Seen.HasFlag(MentionFields.CreatedAt))
        {
            faults.Missing("createdAt");
        }
        else if (mention.CreatedAt > latest)
        {
            faults.Add(Refusal.InTheFuture, "createdAt", Show(mention.CreatedAt.Value), "must not be more than five minutes from now");
        }

        if (!mention.Seen.HasFlag(MentionFields.Text))
        {
            faults.Missing("text");
        }

        if (!deriveIds)
        {
            CheckId(mention, faults);
        }
        else if (faults.Reason is null)
        {
            DerivedId.Set(mention);
        }
    }

    private static void CheckId(Mention mention, LineFaults faults)
    {
        if (!mention.Seen.HasFlag(MentionFields.Id))
        {
            faults.Missing("id");
        }
        else if (IsRounded(mention.Id.Span))
        {
            faults.Add(Refusal.DamagedId, "id", mention.Id.Span, DamagedRule);
        }
    }

    /// <summary>A number in scientific notation, such as <c>1.33816E+18</c>.</summary>
    private static bool IsRounded(ReadOnlySpan<char> id)
    {
        var exponent = id.IndexOfAny('E', 'e');
        return exponent > 0 && id.Length > exponent + 2 && id[exponent + 1] == '+'
            && !id[(exponent + 2)..].ContainsAnyExceptInRange('0', '9') && char.IsAsciiDigit(id[0])
            && id[..exponent].IndexOfAnyExcept(Mantissa) < 0;
    }

    private static string Show(long seconds) => DateTimeOffset.FromUnixTimeSeconds(seconds).ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
}
