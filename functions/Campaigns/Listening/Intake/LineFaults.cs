using Campaigns.Http;

namespace Campaigns.Listening.Intake;

/// <summary>What is wrong with one line: the first reason decides how it is counted, all faults are shown.</summary>
public sealed class LineFaults
{
    private Faults? faults;

    /// <summary>Why the line is refused; null while nothing is wrong.</summary>
    public string? Reason { get; private set; }

    /// <summary>Whether the line could not be read to its end, so that nothing is known of its other fields.</summary>
    public bool IsBroken { get; private set; }

    /// <summary>Whether faults are kept to be shown; past the lines that an answer shows only the reason counts.</summary>
    public bool Shown { get; set; } = true;

    /// <summary>Every fault of the line.</summary>
    public IReadOnlyList<Fault> All => faults?.All ?? [];

    /// <summary>Adds a fault.</summary>
    /// <param name="reason">One of <see cref="Refusal"/>.</param>
    /// <param name="field">The field's path.</param>
    /// <param name="value">The value as sent; it is shown without personal data, and a long one is cut.</param>
    /// <param name="rule">The rule, as a sentence.</param>
    public void Add(string reason, string field, ReadOnlySpan<char> value, string rule)
    {
        if (IsShown(reason))
        {
            Show(field, ShownText.Of(value), rule);
        }
    }

    /// <inheritdoc cref="Add(string, string, ReadOnlySpan{char}, string)"/>
    public void Add(string reason, string field, ReadOnlySpan<byte> value, string rule)
    {
        if (IsShown(reason))
        {
            Show(field, ShownText.Of(value), rule);
        }
    }

    /// <summary>Adds the fault of a required field that is missing.</summary>
    /// <param name="field">The field's path.</param>
    public void Missing(string field)
    {
        if (IsShown(Refusal.BadField))
        {
            Show(field, null, "is required");
        }
    }

    /// <summary>Makes it ready for the next line.</summary>
    public void Clear() => (Reason, IsBroken, faults) = (null, false, null);

    private bool IsShown(string reason)
    {
        Reason ??= reason;
        IsBroken |= reason == Refusal.BadSyntax;
        return Shown;
    }

    private void Show(string field, string? value, string rule) => (faults ??= new Faults()).Add(ShownText.Of(field), value, rule);
}
