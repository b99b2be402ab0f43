namespace Campaigns.Results.Reported;

/// <summary>What entries of each kind may be called.</summary>
internal static class EntryNames
{
    public static string RuleOf(EntryKind kind) => kind == EntryKind.Figure ? FigureName.Rule : InputNames.Rule;

    public static bool Has(EntryKind kind, string name) => kind == EntryKind.Figure ? FigureName.TryParse(name, out _) : InputNames.Has(name);
}
