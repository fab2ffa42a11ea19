using System.Security.Cryptography;
using DichVuCong.Adapters.Banks.Statements;
using DichVuCong.Contracts;
using DichVuCong.Registries.Reconciliation;

namespace DichVuCong.Payments.Reconciliation;

/// <summary>What became of a file.</summary>
/// <param name="File">The stored file; null when it was rejected.</param>
/// <param name="IsNew">Whether it was not stored before.</param>
/// <param name="Rejection">Why it was rejected; null when it was not.</param>
public sealed record IntakeAnswer(StatementFileRow? File, bool IsNew, Rejection? Rejection);

/// <summary>
/// Takes partners' files: each is read to its end by its family and checked before anything of it is stored, and then stored whole. The same file
/// again is the same; what breaks a rule is rejected whole, with the line and the rule on record.
/// </summary>
public sealed class StatementIntake(StatementStore store, StatementList list, TimeProvider time)
{
    /// <summary>Takes a file.</summary>
    /// <param name="partner">The partner.</param>
    /// <param name="name">The file's name, without a folder.</param>
    /// <param name="open">Opens it from its beginning; it is read more than once.</param>
    /// <param name="announced">The size that the bank announced; null when it did not.</param>
    /// <param name="day">The day it must be of; null for the one that its name holds, or yesterday.</param>
    /// <param name="by">Which host or person hands it in.</param>
    /// <param name="cancellationToken">Cancels; nothing is stored then.</param>
    public async Task<IntakeAnswer> TakeAsync(
        ReconciledPartner partner, string name, Func<Stream> open, long? announced, DateOnly? day, string by, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(partner);
        ArgumentNullException.ThrowIfNull(open);
        var (hash, bytes) = await HashAsync(open, cancellationToken);
        var of = day ?? StatementNames.DayOf(name) ?? VietnamTime.DayOf(time.GetUtcNow()).AddDays(-1);
        // The name first: another host may store this very file between the two questions, and then it is known, and not a name that is taken.
        var isNameTaken = await list.IsNameTakenAsync(partner.Code, name, cancellationToken);
        if (await store.FindAsync(partner.Code, of, hash, cancellationToken) is { } known) return new IntakeAnswer(known, IsNew: false, Rejection: null);

        var isPastKeeping = await list.IsPastKeepingAsync(partner.Code, of, cancellationToken);
        try
        {
            if (isPastKeeping) throw Reject(RejectionRule.Date, $"{of:yyyy-MM-dd} was reconciled, and what it was matched from is past its keeping.");
            if (!partner.TakesOpenDays && IsOpen(partner, of)) throw Reject(RejectionRule.Date, $"The bank's day {of:yyyy-MM-dd} is not over yet.");
            var verified = StatementReader.Verify(partner.Family, new StatementFile
            {
                Name = name,
                Open = open,
                Day = of,
                CutOff = partner.CutOff,
                Size = announced,
                Key = partner.FileKey,
                IsNameTaken = _ => isNameTaken,
            });
            if (verified.Digest != Convert.ToHexStringLower(hash)) throw Reject(RejectionRule.Changed, "The file was changed while it was read.");
            var statement = new NewStatement(partner.Code, of, name, partner.Statements, bytes, announced, hash, by);
            var (file, isNew) = await store.TakeAsync(statement, verified.Lines().Select(Stored), open, cancellationToken);
            return new IntakeAnswer(file, isNew, Rejection: null);
        }
        catch (StatementRejectedException rejected)
        {
            var reason = rejected.Rejection;
            await store.RejectAsync(
                new StatementRejectionRow(0, partner.Code, of, name, bytes, reason.Line, reason.Field, reason.Rule.ToString(), reason.Details,
                    time.GetUtcNow(), by),
                hash, CancellationToken.None);
            return new IntakeAnswer(File: null, IsNew: false, reason);
        }
    }

    /// <summary>Whether a bank's day is not over: it ends at the bank's cut-off, and no file of it can be before.</summary>
    public bool IsOpen(ReconciledPartner partner, DateOnly day)
    {
        ArgumentNullException.ThrowIfNull(partner);
        return time.GetUtcNow() < VietnamTime.At(day, TimeOnly.MinValue) + partner.CutOff;
    }

    /// <summary>Opens a stored file again, verified: for its answer.</summary>
    /// <exception cref="StatementRejectedException">It does not keep the rules of its family any more.</exception>
    public VerifiedStatement Reopen(ReconciledPartner partner, StatementFileRow file)
    {
        ArgumentNullException.ThrowIfNull(partner);
        ArgumentNullException.ThrowIfNull(file);
        var family = StatementFamilies.Find(file.Family) ?? throw new InvalidOperationException($"There is no family {file.Family}.");
        return StatementReader.Verify(family, new StatementFile
        {
            Name = file.Name,
            Open = () => store.Open(file.Id),
            Day = file.Day,
            CutOff = partner.CutOff,
            Size = file.Announced ?? file.Bytes,
            Key = partner.FileKey,
        });
    }

    private static StoredLine Stored(StatementLine line) => new(
        line.LineNumber, (short)line.Kind, line.PartnerReference, line.OurReference, line.Amount.Amount, line.Time, line.BankDate, line.Account, line.Status);

    private static async Task<(byte[] Hash, long Bytes)> HashAsync(Func<Stream> open, CancellationToken cancellationToken)
    {
        await using var content = open();
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var (buffer, bytes) = (new byte[64 * 1024], 0L);
        int read;
        while ((read = await content.ReadAsync(buffer, cancellationToken)) > 0)
        {
            hash.AppendData(buffer, 0, read);
            bytes += read;
        }

        return (hash.GetHashAndReset(), bytes);
    }

    private static StatementRejectedException Reject(RejectionRule rule, string details) => new(new Rejection(0, "", rule, details));
}
