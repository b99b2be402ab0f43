using System.Globalization;

namespace Campaigns.Benchmarks;

/// <summary>What the command line says.</summary>
/// <param name="Name">Which benchmark, or null.</param>
/// <param name="Seed">The seed of everything random.</param>
/// <param name="Json">The file that the figures are written to as well, or null.</param>
/// <param name="Mentions">How many mentions instead of the benchmark's own number, or null.</param>
/// <param name="Workers">How many workers instead of the benchmark's own number, or null.</param>
internal sealed record BenchmarkArguments(string? Name, int Seed, string? Json, int? Mentions = null, int? Workers = null)
{
    /// <summary>The files that stand after the benchmark's name.</summary>
    public IReadOnlyList<string> Inputs { get; init; } = [];

    /// <summary>How many rounds instead of the benchmark's own number, or null.</summary>
    public int? Rounds { get; init; }

    /// <summary>How many minutes instead of the benchmark's own number, or null.</summary>
    public int? Minutes { get; init; }

    /// <summary>How many clients instead of the benchmark's own number, or null.</summary>
    public int? Count { get; init; }

    /// <summary>Whether texts themselves may be shown.</summary>
    public bool Show { get; init; }

    /// <summary>Whether only the rules are asked, without an engine around them.</summary>
    public bool RulesOnly { get; init; }

    public static bool TryParse(string[] args, out BenchmarkArguments arguments, out string fault)
    {
        (arguments, fault) = (new(null, 1, null), "");
        for (var at = 0; at < args.Length; at++)
        {
            var next = args.ElementAtOrDefault(at + 1);
            switch (args[at])
            {
                case "--seed" when int.TryParse(next, NumberStyles.None, CultureInfo.InvariantCulture, out var seed):
                    (arguments, at) = (arguments with { Seed = seed }, at + 1);
                    break;
                case "--mentions" when int.TryParse(next, NumberStyles.None, CultureInfo.InvariantCulture, out var mentions) && mentions >= 1_000:
                    (arguments, at) = (arguments with { Mentions = mentions }, at + 1);
                    break;
                case "--workers" when int.TryParse(next, NumberStyles.None, CultureInfo.InvariantCulture, out var workers) && workers > 0:
                    (arguments, at) = (arguments with { Workers = workers }, at + 1);
                    break;
                case "--rounds" or "--minutes" or "--count" when int.TryParse(next, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0:
                    arguments = args[at] switch
                    {
                        "--rounds" => arguments with { Rounds = number },
                        "--minutes" => arguments with { Minutes = number },
                        _ => arguments with { Count = number },
                    };
                    at++;
                    break;
                case "--json" when next is not null:
                    (arguments, at) = (arguments with { Json = next }, at + 1);
                    break;
                case "--show":
                    arguments = arguments with { Show = true };
                    break;
                case "--rules-only":
                    arguments = arguments with { RulesOnly = true };
                    break;
                case var name when arguments.Name is null && !name.StartsWith('-'):
                    arguments = arguments with { Name = name };
                    break;
                case var input when !input.StartsWith('-'):
                    arguments = arguments with { Inputs = [.. arguments.Inputs, input] };
                    break;
                default:
                    fault = $"\"{args[at]}\" is not understood here: --seed, --mentions (from 1000), --workers, --rounds, --minutes and --count take a whole number, --json a file, --show and --rules-only nothing, and files to read stand after the name of one benchmark.";
                    return false;
            }
        }

        return true;
    }
}
