using Campaigns.Http;

namespace Campaigns.Listening.Intake;

/// <summary>What is wrong with one line: the first reason decides how it is counted, the first faults are shown, each once, and how many more there are.</summary>
public sealed class LineFaults
{
    /// <summary>The most faults of a line that are shown, besides the one that says how many more there are: a line has room for tens of thousands.</summary>
    public const int MostShown = 20;

    // As they were found: what is shown of a field's name may be the same for two.
    private readonly List<(string Field, string Rule)> told = new(MostShown);
    private Faults? faults;

    /// <summary>Why the line is refused; null while nothing is wrong.</summary>
    public string? Reason { get; private set; }

    /// <summary>Whether the line could not be read to its end, so that nothing is known of its other fields.</summary>
    public bool IsBroken { get; private set; }

    /// <summary>Whether faults are kept to be shown; past the lines that an answer shows only the reason counts.</summary>
    public bool Shown { get; set; } = true;

    /// <summary>The line's faults.</summary>
    public IReadOnlyList<Fault> All => faults?.All ?? [];

    /// <summary>Adds a fault.</summary>
    /// <param name="reason">One of <see cref="Refusal"/>.</param>
    /// <param name="field">The field's path.</param>
    /// <param name="value">The value as sent; it is shown without personal data, and a long one is cut.</param>
    /// <param name="rule">The rule, as a sentence.</param>
    public void Add(string reason, string field, ReadOnlySpan<char> value, string rule)
    {
        if (IsShown(reason, field, rule))
        {
            Show(field, ShownText.Of(value), rule);
        }
    }

    /// <inheritdoc cref="Add(string, string, ReadOnlySpan{char}, string)"/>
    public void Add(string reason, string field, ReadOnlySpan<byte> value, string rule)
    {
        if (IsShown(reason, field, rule))
        {
            Show(field, ShownText.Of(value), rule);
        }
    }

    /// <summary>Adds the fault of a required field that is missing.</summary>
    /// <param name="field">The field's path.</param>
    public void Missing(string field)
    {
        const string Rule = "is required";
        if (IsShown(Refusal.BadField, field, Rule))
        {
            Show(field, null, Rule);
        }
    }

    /// <summary>Makes it ready for the next line.</summary>
    public void Clear()
    {
        (Reason, IsBroken, faults) = (null, false, null);
        told.Clear();
    }

    private bool IsShown(string reason, string field, string rule)
    {
        Reason ??= reason;
        IsBroken |= reason == Refusal.BadSyntax;
        if (!Shown || told.Contains((field, rule)))
        {
            return false;
        }

        faults ??= new Faults(MostShown);
        if (faults.IsFull)
        {
            // Counted, and nothing of it read.
            faults.Add("", (string?)null, rule);
            return false;
        }

        told.Add((field, rule));
        return true;
    }

    private void Show(string field, string? value, string rule) => faults!.Add(ShownText.Of(field), value, rule);
}
