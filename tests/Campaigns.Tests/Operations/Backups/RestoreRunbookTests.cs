using System.Reflection;
using Campaigns.Operations.Backups;
using Campaigns.TestSupport;
using Microsoft.Azure.Functions.Worker;

namespace Campaigns.Tests.Operations.Backups;

/// <summary>A message that is worked on while there is no campaign is lost: while tables come back, nothing takes one.</summary>
public class RestoreRunbookTests
{
    [Fact]
    public void While_tables_come_back_no_queue_is_worked_on_and_no_copy_is_made()
    {
        var functions = typeof(RunBackup).Assembly.GetTypes()
            .SelectMany(type => type.GetMethods())
            .Where(method => method.GetParameters().Any(parameter => parameter.GetCustomAttribute<QueueTriggerAttribute>() is not null))
            .Select(method => method.GetCustomAttribute<FunctionAttribute>()!.Name)
            .Append(nameof(RunBackup));
        var off = File.ReadLines(Path.Combine(RepositoryRoot.Path, "docs", "operations.md"))
            .Single(line => line.Contains("off=\"", StringComparison.Ordinal)).Split('"')[1].Split(' ');

        Assert.Equal(functions.Order(StringComparer.Ordinal), off.Order(StringComparer.Ordinal));
    }
}
