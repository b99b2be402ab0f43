namespace Campaigns.TestSupport;

/// <summary>Where the checkout stands, found from the test assembly upwards.</summary>
internal static class RepositoryRoot
{
    /// <summary>The folder that holds <c>Campaigns.sln</c>.</summary>
    public static string Path { get; } = Find();

    /// <summary>The public data beside the checkout, or null where it is absent: tests that read it then skip.</summary>
    public static string? SharedData => Directory.Exists(Shared("data")) ? Shared("data") : null;

    /// <summary>A path under the folder beside the checkout that holds reference lists and data.</summary>
    public static string Shared(string relative) => System.IO.Path.GetFullPath(System.IO.Path.Combine(Path, "..", "shared", relative));

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(System.IO.Path.Combine(folder.FullName, "Campaigns.sln")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException($"No Campaigns.sln above {AppContext.BaseDirectory}: run the tests from a checkout.");
    }
}
