using System.Globalization;

namespace DichVuCong.Payments.Reconciliation;

/// <summary>What became of a file of the inbox.</summary>
/// <param name="Partner">The partner's code.</param>
/// <param name="Name">The file's name.</param>
/// <param name="Answer">What became of it.</param>
public sealed record InboxAnswer(string Partner, string Name, IntakeAnswer Answer);

/// <summary>
/// The folders into which partners' files are laid: <c>INBOX/{partner}/</c>. A file that is still growing is left alone; one of a family without a
/// trailer waits for its companion <c>NAME.size</c>. What was taken goes to <c>taken</c>, what was rejected to <c>rejected</c>; a host that dies in
/// between finds the file again, and it is the same.
/// </summary>
public sealed class StatementInbox(StatementIntake intake, string folder, TimeSpan stableFor, TimeProvider time)
{
    /// <summary>The folder of files that were taken.</summary>
    internal const string Taken = "taken";

    /// <summary>The folder of files that were rejected.</summary>
    internal const string Rejected = "rejected";

    /// <summary>What was seen of a file, to see whether it grows.</summary>
    private readonly Dictionary<string, (long Bytes, DateTimeOffset Since)> _seen = new(StringComparer.Ordinal);

    /// <summary>Takes what is there and whole, in the order of names.</summary>
    public async Task<IReadOnlyList<InboxAnswer>> TakeAsync(IEnumerable<ReconciledPartner> partners, string by, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(partners);
        var answers = new List<InboxAnswer>();
        foreach (var partner in partners)
        {
            var of = Path.Combine(folder, partner.Code);
            if (!Directory.Exists(of)) continue;
            foreach (var path in Directory.EnumerateFiles(of).Order(StringComparer.Ordinal).Where(path => StatementNames.IsSet(Path.GetFileName(path))))
            {
                if (IsStill(path) && await SizeAsync(partner, path, cancellationToken) is { IsKnown: true } size)
                {
                    answers.Add(await TakeAsync(partner, path, size.Announced, by, cancellationToken));
                }
            }
        }

        return answers;
    }

    private async Task<InboxAnswer> TakeAsync(ReconciledPartner partner, string path, long? announced, string by, CancellationToken cancellationToken)
    {
        var name = Path.GetFileName(path);
        var answer = await intake.TakeAsync(
            partner, name, () => new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read), announced, day: null, by, cancellationToken);
        Move(path, answer.Rejection is null ? Taken : Rejected);
        _seen.Remove(path);
        return new InboxAnswer(partner.Code, name, answer);
    }

    /// <summary>Whether a file has had its size for long enough, by our clock and by its own time.</summary>
    private bool IsStill(string path)
    {
        var file = new FileInfo(path);
        var now = time.GetUtcNow();
        if (!_seen.TryGetValue(path, out var seen) || seen.Bytes != file.Length)
        {
            seen = (file.Length, now);
            _seen[path] = seen;
        }

        return now - seen.Since >= stableFor;
    }

    /// <summary>The size that the companion announces. A family that shows its end needs none; any other waits for it.</summary>
    private static async Task<(bool IsKnown, long? Announced)> SizeAsync(ReconciledPartner partner, string path, CancellationToken cancellationToken)
    {
        var companion = path + StatementNames.SizeEnding;
        if (!File.Exists(companion)) return (partner.Family.ShowsItsEnd, null);
        var text = (await File.ReadAllTextAsync(companion, cancellationToken)).Trim();
        return long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var bytes)
            ? (true, bytes)
            // A companion that says nothing announces a file that cannot be: it is rejected by its size, and people see it.
            : (true, -1);
    }

    private void Move(string path, string to)
    {
        var of = Path.Combine(Path.GetDirectoryName(path)!, to);
        Directory.CreateDirectory(of);
        var now = time.GetUtcNow();
        var stamp = now.ToString("yyyyMMddHHmmss", CultureInfo.InvariantCulture);
        foreach (var each in new[] { path, path + StatementNames.SizeEnding }.Where(File.Exists))
        {
            var target = Path.Combine(of, Path.GetFileName(each));
            // A rejected file may come again under its name: each is kept.
            if (File.Exists(target)) target = $"{target}.{stamp}-{Guid.NewGuid():N}";
            File.Move(each, target);
            // From now on its time says since when it lies there: a copy may have kept that of the bank, and would be let go too early.
            File.SetLastWriteTimeUtc(target, now.UtcDateTime);
        }
    }
}
