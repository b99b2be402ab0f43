using Campaigns.Confidentiality;
using Campaigns.TestSupport;

namespace Campaigns.Tests.Confidentiality.Corpus;

/// <summary>What the removal of personal data must reach on posts that were made, and written, without a look at it.</summary>
public sealed class CorpusTests(ITestOutputHelper output)
{
    private const int Each = 800;

    private static readonly int Seed = int.TryParse(Environment.GetEnvironmentVariable("CORPUS_SEED"), out var told) ? told : 20261122;

    public static TheoryData<PersonalDataKind> Kinds => [.. PersonalDataCorpus.Kinds];

    internal static string WrittenFile => Path.Combine(RepositoryRoot.Path, "tests", "Campaigns.Tests", "Confidentiality", "Corpus", "written.jsonl");

    [Theory]
    [MemberData(nameof(Kinds))]
    public void No_datum_survives_that_is_written_as_people_ordinarily_write_it(PersonalDataKind kind)
    {
        var evaluation = Of(PersonalDataCorpus.Canonical(kind, Each, Seed));
        Assert.True(evaluation[kind].Recall == 1, evaluation.Below(1, 0, examples: 10));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Hardly_any_datum_survives_that_is_distorted(PersonalDataKind kind)
    {
        var evaluation = Of(PersonalDataCorpus.Distorted(kind, Each, Seed));
        Assert.True(evaluation[kind].Recall >= 0.99, evaluation.Below(0.99, 0, examples: 5));
    }

    [Fact]
    public void Hardly_anything_is_taken_for_a_datum_that_is_none()
    {
        var evaluation = Of(PersonalDataCorpus.Kinds.SelectMany(static kind => PersonalDataCorpus.Distorted(kind, Each, Seed)));
        foreach (var post in PersonalDataCorpus.Innocent(Each * PersonalDataCorpus.Kinds.Count / 2, Seed))
        {
            evaluation.Add(post);
        }

        Assert.True(evaluation.Below(0, 0.98) is "", evaluation.Below(0, 0.98));
    }

    [Fact]
    public void Posts_that_people_wrote_lose_what_identifies_them_and_keep_the_rest()
    {
        var evaluation = new Evaluation();
        foreach (var line in File.ReadLines(WrittenFile))
        {
            evaluation.Add(LabelledText.FromJson(line));
        }

        Assert.True(evaluation.Below(0.95, 0.95) is "", evaluation.Below(0.95, 0.95, examples: 20));
    }

    [Fact]
    public void What_is_left_of_an_ordinary_post_has_no_datum_in_it() =>
        Assert.All(PersonalDataCorpus.Kinds.SelectMany(static kind => PersonalDataCorpus.Canonical(kind, 50, Seed)), static post =>
            Assert.DoesNotContain(post.Text.Value(post.Text.Spans[0]), PersonalData.Redact(post.Text.Text), StringComparison.OrdinalIgnoreCase));

    private Evaluation Of(IEnumerable<(LabelledText Text, string Form)> posts)
    {
        output.WriteLine($"Seed {Seed} (CORPUS_SEED gives another).");
        var evaluation = new Evaluation();
        foreach (var (text, form) in posts)
        {
            evaluation.Add(text, form);
        }

        return evaluation;
    }
}
