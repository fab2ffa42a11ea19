namespace DichVuCong.Payments.Reconciliation;

/// <summary>
/// Lets go of the files of the inbox that were taken or rejected once they are past their keeping: they lie there unsealed, and may name payers. What
/// was taken is kept, sealed, in the database; of what was rejected name, hash, line and rule are.
/// </summary>
/// <param name="folder">The inbox.</param>
/// <param name="time">The clock.</param>
public sealed class InboxKeeping(string folder, TimeProvider time)
{
    /// <summary>Lets go of what was put aside so many days ago.</summary>
    /// <returns>How many files went.</returns>
    public int Trim(int days)
    {
        var before = time.GetUtcNow().AddDays(-days).UtcDateTime;
        var gone = 0;
        if (!Directory.Exists(folder)) return gone;
        foreach (var partner in Directory.EnumerateDirectories(folder))
        {
            foreach (var name in new[] { StatementInbox.Taken, StatementInbox.Rejected })
            {
                var done = Path.Combine(partner, name);
                if (!Directory.Exists(done)) continue;
                foreach (var path in Directory.EnumerateFiles(done).Where(path => File.GetLastWriteTimeUtc(path) < before))
                {
                    File.Delete(path);
                    gone++;
                }
            }
        }

        return gone;
    }
}
