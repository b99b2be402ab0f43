namespace Campaigns.Listening.Intake;

/// <summary>Sees that an object has each of its fields once: of two values, nobody could say which one was meant.</summary>
internal struct OnceEach
{
    private uint seen;

    /// <summary>Takes note of a field, and of a fault where it stood before.</summary>
    /// <param name="number">The field's number within its object, 0 to 31.</param>
    /// <param name="field">Its path.</param>
    /// <param name="faults">Where the fault goes.</param>
    public void Take(int number, string field, LineFaults faults)
    {
        if ((seen & 1u << number) != 0)
        {
            faults.Add(Refusal.BadField, field, "", "must stand once in a line; this one has it twice");
        }

        seen |= 1u << number;
    }
}
