namespace Campaigns.Storage;

/// <summary>How much of one owner's work is under way at a time in this process, so that none takes every worker. What finds no turn waits in its queue.</summary>
/// <param name="most">The most at a time of one owner.</param>
public sealed class Turns(int most)
{
    private readonly Lock turn = new();
    private readonly Dictionary<string, int> underWay = new(StringComparer.Ordinal);

    /// <summary>Whose work is under way.</summary>
    public IReadOnlyList<string> Owners
    {
        get
        {
            lock (turn)
            {
                return [.. underWay.Keys];
            }
        }
    }

    /// <summary>Takes a turn, if there is one; who took it gives it back with <see cref="Leave"/>.</summary>
    /// <param name="owner">Whose work it is.</param>
    public bool TryEnter(string owner)
    {
        lock (turn)
        {
            var count = underWay.GetValueOrDefault(owner);
            if (count == most)
            {
                return false;
            }

            underWay[owner] = count + 1;
            return true;
        }
    }

    /// <summary>Gives a turn back.</summary>
    /// <param name="owner">Whose work it was.</param>
    public void Leave(string owner)
    {
        lock (turn)
        {
            if (underWay.TryGetValue(owner, out var count) && count > 1)
            {
                underWay[owner] = count - 1;
            }
            else
            {
                underWay.Remove(owner);
            }
        }
    }
}
