namespace DichVuCong.Registries.Reconciliation;

/// <summary>A partner's file that was taken whole. No personal data.</summary>
/// <param name="Id">Its number here.</param>
/// <param name="Partner">The partner's code.</param>
/// <param name="Day">The bank's day.</param>
/// <param name="Number">Its number among the files of that day, from 1; the highest counts.</param>
/// <param name="Name">Its name.</param>
/// <param name="Family">The family by which it was read.</param>
/// <param name="Bytes">Its size.</param>
/// <param name="Announced">The size that the bank announced; null when it did not.</param>
/// <param name="Hash">SHA-256 of its bytes, in hexadecimal digits.</param>
/// <param name="Lines">Its movements.</param>
/// <param name="Fees">How many of them are the bank's own fees, which are not matched.</param>
/// <param name="FeeAmount">What those add up to, in đồng.</param>
/// <param name="TakenAt">When it was taken.</param>
/// <param name="TakenBy">By which host or person.</param>
public sealed record StatementFileRow(
    long Id, string Partner, DateOnly Day, int Number, string Name, string Family, long Bytes, long? Announced, string Hash, long Lines, long Fees,
    long FeeAmount,
    DateTimeOffset TakenAt, string TakenBy);

/// <summary>A file that was rejected whole. It never quotes the file.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Partner">The partner's code.</param>
/// <param name="Day">The day it was taken to be of; null when that could not be told.</param>
/// <param name="Name">Its name.</param>
/// <param name="Bytes">Its size.</param>
/// <param name="Line">The line, from 1; 0 when it is about the file as such.</param>
/// <param name="Field">The field in the bank's words; empty when it is about the line as such.</param>
/// <param name="Rule">Which rule is broken.</param>
/// <param name="Details">What was expected.</param>
/// <param name="At">When.</param>
/// <param name="By">By which host or person.</param>
public sealed record StatementRejectionRow(
    long Id, string Partner, DateOnly? Day, string Name, long Bytes, long Line, string Field, string Rule, string Details, DateTimeOffset At, string By);

/// <summary>A day whose file did not come in time.</summary>
/// <param name="Partner">The partner's code.</param>
/// <param name="Day">The bank's day.</param>
/// <param name="NoticedAt">When it was noticed.</param>
/// <param name="ArrivedAt">When it came after all; null while it has not.</param>
public sealed record MissingStatement(string Partner, DateOnly Day, DateTimeOffset NoticedAt, DateTimeOffset? ArrivedAt);

/// <summary>A file that is to be stored, verified.</summary>
/// <param name="Partner">The partner's code.</param>
/// <param name="Day">The bank's day.</param>
/// <param name="Name">Its name.</param>
/// <param name="Family">The family by which it was read.</param>
/// <param name="Bytes">Its size.</param>
/// <param name="Announced">The size that the bank announced; null when it did not.</param>
/// <param name="Hash">SHA-256 of its bytes.</param>
/// <param name="TakenBy">By which host or person.</param>
public sealed record NewStatement(string Partner, DateOnly Day, string Name, string Family, long Bytes, long? Announced, byte[] Hash, string TakenBy);

/// <summary>A movement of a file, as it is stored.</summary>
/// <param name="LineNumber">The line of the file in which it begins, from 1.</param>
/// <param name="Kind">What it tells of, as in the adapter's <c>StatementKind</c>.</param>
/// <param name="PartnerReference">The bank's reference.</param>
/// <param name="OurReference">Our reference; null when the file does not carry it.</param>
/// <param name="Amount">Đồng, never negative.</param>
/// <param name="At">When it happened; null when the file names only days.</param>
/// <param name="BankDate">The bank's day.</param>
/// <param name="Account">The beneficiary's account, or the terminal.</param>
/// <param name="Status">The bank's status code.</param>
public readonly record struct StoredLine(
    long LineNumber, short Kind, string PartnerReference, string? OurReference, long Amount, DateTimeOffset? At, DateOnly BankDate, string Account,
    string Status);
