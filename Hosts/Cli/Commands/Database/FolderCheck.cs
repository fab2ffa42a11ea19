using DichVuCong.Payments.Reconciliation;
using DichVuCong.Registries.Operations;

namespace DichVuCong.Cli.Commands.Database;

/// <summary>
/// Looks whether the folders of reconciliation are there and can be written, by whoever runs the command: that should be the Worker's user.
/// </summary>
internal static class FolderCheck
{
    private const string NotSet = "not set";
    private const string Missing = "missing";
    private const string ReadOnly = "not writable";
    private const string Writable = "writable";

    /// <summary>The inbox, the folder of each partner in it, and that of the reports.</summary>
    public static IEnumerable<CheckResult> Run(ReconcilingSettings settings)
    {
        if (settings.Inbox is { } inbox)
        {
            var found = Look(inbox);
            yield return Result(
                found, CheckLevel.Refused, "inbox of statements", "there and writable: without it no file is taken (Reconciliation:Inbox)");
            if (found == Writable)
            {
                foreach (var partner in settings.All)
                {
                    var of = Look(Path.Combine(inbox, partner.Code));
                    yield return Result(
                        of, of == ReadOnly ? CheckLevel.Refused : CheckLevel.Advice, $"inbox of {partner.Code}",
                        "there and writable: files are moved aside when they were taken");
                }
            }
        }
        else
        {
            yield return new CheckResult(CheckLevel.Good, "inbox of statements", NotSet, "optional: files can be handed in by dvc reconcile file");
        }

        if (settings.Reports is { } reports)
        {
            var found = Look(reports);
            yield return Result(
                found, found == ReadOnly ? CheckLevel.Refused : CheckLevel.Advice, "folder of reports",
                "there and writable: the Worker writes each run's reports (Reconciliation:Reports)");
        }
        else
        {
            yield return new CheckResult(CheckLevel.Good, "folder of reports", NotSet, "optional: reports can be written by dvc reconcile report");
        }
    }

    private static CheckResult Result(string found, CheckLevel otherwise, string what, string rule) =>
        new(found == Writable ? CheckLevel.Good : otherwise, what, found, rule);

    private static string Look(string folder)
    {
        if (!Directory.Exists(folder)) return Missing;
        try
        {
            // Rights do not tell all (a disk may be full or mounted read-only), so it is tried. The inbox passes over names that begin with a point.
            var path = Path.Combine(folder, $".dvc-{Guid.NewGuid():N}");
            using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 1, FileOptions.DeleteOnClose);
            file.WriteByte(0);
            file.Flush();
            return Writable;
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            return ReadOnly;
        }
    }
}
