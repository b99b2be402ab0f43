using System.Runtime.InteropServices;
using System.Text.Json;
using Spectre.Console;

namespace Campaigns.Benchmarks;

/// <summary>What every benchmark says beside its table.</summary>
internal static class Report
{
    private static readonly JsonSerializerOptions Written = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    /// <summary>Prints where and from which seed the figures are.</summary>
    public static void Machine(int seed) =>
        AnsiConsole.WriteLine($"Seed {seed}; {Environment.ProcessorCount} processors, {RuntimeInformation.OSDescription}, .NET {Environment.Version}.");

    /// <summary>Writes the figures as JSON where the command line asks for it.</summary>
    /// <param name="arguments">The command line.</param>
    /// <param name="figures">The figures.</param>
    public static Task WriteAsync(BenchmarkArguments arguments, object figures) => arguments.Json is not { } file
        ? Task.CompletedTask
        : File.WriteAllTextAsync(file, JsonSerializer.Serialize(
            new
            {
                benchmark = arguments.Name,
                arguments.Seed,
                machine = new { processors = Environment.ProcessorCount, os = RuntimeInformation.OSDescription, dotnet = $"{Environment.Version}" },
                figures,
            },
            Written));
}
