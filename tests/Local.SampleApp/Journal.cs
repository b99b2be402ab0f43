using Microsoft.Extensions.Configuration;

namespace Local.SampleApp;

/// <summary>A file in which functions note what they do, so that it outlives their process.</summary>
public sealed class Journal(IConfiguration configuration)
{
    private readonly string path = configuration["Sample:Journal"] ?? throw new InvalidOperationException("Sample:Journal is not set.");
    private readonly TimeSpan hold = TimeSpan.FromSeconds(configuration.GetValue("Sample:HoldSeconds", 0));
    private readonly Lock gate = new();

    /// <summary>Notes the beginning of something that takes its time, and its end.</summary>
    public async Task HoldAsync(string what, CancellationToken cancellationToken)
    {
        Note($"begin {what}");
        try
        {
            await Task.Delay(hold, cancellationToken);
            Note($"end {what}");
        }
        catch (OperationCanceledException)
        {
            Note($"cancelled {what}");
            throw;
        }
    }

    private void Note(string line)
    {
        lock (gate)
        {
            File.AppendAllText(path, line + "\n");
        }
    }
}
