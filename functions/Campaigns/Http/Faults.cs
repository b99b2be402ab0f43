using System.Text.Json;

namespace Campaigns.Http;

/// <summary>Gathers every fault of one request, so that a caller mends them all at once. Beyond some they are only counted: a body can have millions.</summary>
/// <param name="most">The most faults that are kept to be shown.</param>
public sealed class Faults(int most = Faults.MostShown)
{
    /// <summary>The most faults of a request that are shown, besides the one that says how many more there are.</summary>
    public const int MostShown = 100;

    /// <summary>The most characters that are shown of a value.</summary>
    public const int LongestValueShown = 100;

    /// <summary>The most characters that are shown of a field's path: a name that is not known may be as long as a body.</summary>
    public const int LongestFieldShown = 300;

    private readonly List<Fault> shown = [];

    /// <summary>How many faults there are so far, shown or not.</summary>
    public int Count { get; private set; }

    /// <summary>The faults so far, in the order in which they were found; where there are more than are shown, the last one says how many more.</summary>
    public IReadOnlyList<Fault> All => Count == shown.Count ? shown : [.. shown, new Fault("", null, $"has more faults, which are not shown: {Count - shown.Count}")];

    /// <summary>Whether anything is wrong.</summary>
    public bool Any => Count > 0;

    /// <summary>Whether a further fault is only counted.</summary>
    public bool IsFull => shown.Count >= most;

    /// <summary>Adds a fault; long names and values are cut.</summary>
    /// <param name="field">The field's path.</param>
    /// <param name="value">The value as sent, or null where it is missing.</param>
    /// <param name="rule">The rule, as a sentence.</param>
    public void Add(string field, string? value, string rule)
    {
        Count++;
        if (!IsFull)
        {
            shown.Add(new Fault(Cut(field, LongestFieldShown), value is null ? null : Cut(value, LongestValueShown), rule));
        }
    }

    /// <summary>Adds a fault about a JSON value: text is shown bare, everything else as JSON.</summary>
    /// <param name="field">The field's path.</param>
    /// <param name="value">The value as sent.</param>
    /// <param name="rule">The rule, as a sentence.</param>
    public void Add(string field, JsonElement value, string rule) =>
        Add(field, IsFull ? null : value.ValueKind == JsonValueKind.String ? value.GetString() : value.GetRawText(), rule);

    /// <summary>Adds the faults of a document within this one.</summary>
    /// <param name="path">Where it stands in this one.</param>
    /// <param name="inner">What is wrong with it.</param>
    public void Add(string path, Faults inner)
    {
        ArgumentNullException.ThrowIfNull(inner);
        foreach (var fault in inner.shown)
        {
            Add(fault.Field.Length == 0 ? path : $"{path}.{fault.Field}", fault.Value, fault.Rule);
        }

        Count += inner.Count - inner.shown.Count;
    }

    private static string Cut(string text, int longest) => text.Length > longest ? string.Concat(text.AsSpan(0, longest), "…") : text;
}
