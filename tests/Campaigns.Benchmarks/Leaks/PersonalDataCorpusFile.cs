using Campaigns.Tests.Confidentiality.Corpus;
using Spectre.Console;

namespace Campaigns.Benchmarks.Leaks;

/// <summary>Writes labelled posts to a file that the benchmark of personal data reads: generated ones, or those of a file with marks.</summary>
internal sealed class PersonalDataCorpusFile : IBenchmark
{
    private const int Each = 1_000;

    public string Name => "personal-data-corpus";

    public string Summary => "writes generated posts with labelled personal data to FILE; with FILE and MARKED, the posts with marks of the second";

    public async Task RunAsync(BenchmarkArguments arguments)
    {
        var posts = arguments.Inputs switch
        {
            [_] => PersonalDataCorpus.All(Each, arguments.Seed),
            [_, var marked] => File.ReadLines(marked).Where(static line => line.Length > 0).Select(LabelledText.Of),
            _ => throw new BenchmarkException("personal-data-corpus takes the file to write and, at most, one of lines with marks."),
        };
        var lines = posts.Select(static post => post.ToJson()).ToArray();
        await File.WriteAllLinesAsync(arguments.Inputs[0], lines);
        AnsiConsole.WriteLine($"{lines.Length} posts in {arguments.Inputs[0]}; seed {arguments.Seed}.");
    }
}
