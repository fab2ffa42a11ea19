using System.ComponentModel;
using System.Runtime.InteropServices;

namespace DichVuCong.Runtime.Journal.Archive;

/// <summary>
/// Names of files that survive a power cut: a file that was renamed is there only when its folder has come to disk too, and the framework has no
/// call for that.
/// </summary>
internal static class DurableFolder
{
    /// <summary>Gives a file its final name, durably; one that has it already is replaced.</summary>
    public static void Rename(string from, string to)
    {
        File.Move(from, to, overwrite: true);
        if (!OperatingSystem.IsWindows()) Flush(Path.GetDirectoryName(Path.GetFullPath(to))!);
    }

    private static void Flush(string folder)
    {
        var descriptor = Open(folder, flags: 0);
        if (descriptor < 0) throw new IOException("The folder of the archive cannot be opened.", new Win32Exception(Marshal.GetLastPInvokeError()));
        try
        {
            if (Synchronise(descriptor) != 0) throw new IOException("The folder of the archive cannot be brought to disk.", new Win32Exception(Marshal.GetLastPInvokeError()));
        }
        finally
        {
            _ = Close(descriptor);
        }
    }

    [DllImport("libc", EntryPoint = "open", SetLastError = true, BestFitMapping = false, ThrowOnUnmappableChar = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Open([MarshalAs(UnmanagedType.LPUTF8Str)] string path, int flags);

    [DllImport("libc", EntryPoint = "fsync", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Synchronise(int descriptor);

    [DllImport("libc", EntryPoint = "close", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Close(int descriptor);
}
