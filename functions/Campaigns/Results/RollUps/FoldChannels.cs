namespace Campaigns.Results.RollUps;

/// <summary>The numbers that a fold gives channels, in the order in which they were heard.</summary>
internal sealed class FoldChannels
{
    private readonly List<string> names = [];

    /// <summary>The channels' names, by number.</summary>
    public IReadOnlyList<string> Names => names;

    /// <summary>A channel's number.</summary>
    public int NumberOf(string name)
    {
        for (var number = 0; number < names.Count; number++)
        {
            if (ReferenceEquals(names[number], name) || names[number] == name)
            {
                return number;
            }
        }

        names.Add(name);
        return names.Count - 1;
    }
}
