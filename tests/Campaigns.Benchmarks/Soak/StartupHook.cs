using System.Diagnostics.CodeAnalysis;
using System.Globalization;

/// <summary>
/// Runs inside an engine that is started with <c>DOTNET_STARTUP_HOOKS</c> and writes down once a minute how much of its heap is in use, after a full collection:
/// nothing else can see that from outside, and the engine needs nothing for it. The runtime asks for this name without a namespace.
/// </summary>
[SuppressMessage("Design", "CA1050:Declare types in namespaces", Justification = "The runtime looks for exactly this name.")]
internal static class StartupHook
{
    /// <summary>Names the file that is written.</summary>
    public const string FileSetting = "CAMPAIGNS_HEAP_FILE";

    public static void Initialize()
    {
        if (Environment.GetEnvironmentVariable(FileSetting) is not { Length: > 0 } file)
        {
            return;
        }

        new Thread(() =>
        {
            while (true)
            {
                // What is garbage by now would hide what is held on to.
                var heap = GC.GetTotalMemory(forceFullCollection: true);
                try
                {
                    File.WriteAllText(file + ".new", heap.ToString(CultureInfo.InvariantCulture));
                    File.Move(file + ".new", file, overwrite: true);
                }
                catch (IOException)
                {
                    // The folder is gone: the run is over.
                    return;
                }

                Thread.Sleep(60_000);
            }
        })
        { IsBackground = true, Name = "heap" }.Start();
    }
}
