using Campaigns.Confidentiality;

namespace Campaigns.Tests.Confidentiality.Corpus;

/// <summary>One way of writing a kind of datum.</summary>
/// <param name="Name">What it is called in a report.</param>
/// <param name="Value">Makes the datum.</param>
/// <param name="Carriers">Sentences around it; <c>{}</c> is where it stands.</param>
internal sealed record Form(string Name, Func<Random, string> Value, params string[] Carriers)
{
    /// <summary>A whole post with one datum.</summary>
    public LabelledText Write(Random random, PersonalDataKind kind)
    {
        var carrier = random.Pick(Carriers);
        var text = carrier.Replace("{}", LabelledText.Mark(kind, Value(random)), StringComparison.Ordinal);
        return LabelledText.Of(Surroundings.Around(random, text));
    }

    /// <summary>The same sentences around the same datum, written differently.</summary>
    public Form As(string name, Func<Random, string, string> distort) => this with { Name = name, Value = random => distort(random, Value(random)) };
}
