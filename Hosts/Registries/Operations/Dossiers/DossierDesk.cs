using DichVuCong.Contracts;
using DichVuCong.Contracts.Dossiers;
using DichVuCong.Registries.Dossiers;
using DichVuCong.Registries.Dossiers.Timeline;
using DichVuCong.Registries.Operations.Access;
using DichVuCong.Registries.Operations.Audit;
using DichVuCong.Registries.Sealing;
using Npgsql;

namespace DichVuCong.Registries.Operations.Dossiers;

/// <summary>One dossier as an operator sees it.</summary>
/// <param name="Timeline">Its way.</param>
/// <param name="Content">The latest revision of what it contains: names and numbers in it are shown masked unless they are revealed. Null for none.</param>
/// <param name="IsRevealed">Whether personal data may be shown in clear: it was asked for, with a reason, and is recorded.</param>
public sealed record ShownDossier(DossierTimeline Timeline, DossierContent? Content, bool IsRevealed);

/// <summary>
/// Shows dossiers to operators, each within their part of the agency tree. Looking for a person, and seeing personal data in clear, is recorded
/// before anything is answered.
/// </summary>
/// <param name="database">The database.</param>
/// <param name="sealer">Opens what is sealed.</param>
/// <param name="access">Who may do what, where.</param>
/// <param name="trail">Where looks are recorded.</param>
/// <param name="archiveFolder">Where archived months of the journal are; null for where they were written.</param>
public sealed class DossierDesk(NpgsqlDataSource database, Sealer sealer, AccessPolicy access, AuditTrail trail, string? archiveFolder = null)
{
    /// <summary>The longest reason.</summary>
    public const int LongestReason = 300;

    private readonly DossierSearch _search = new(database);
    private readonly DossierLookup _lookup = new(database);
    private readonly DossierContents _contents = new(database, sealer);
    private readonly TimelineReader _timelines = new(database, archiveFolder);

    /// <summary>Looks for dossiers within the operator's part of the tree.</summary>
    /// <exception cref="AccessRefusedException">The role may not look.</exception>
    public async Task<SearchPage> SearchAsync(Operator person, DossierCriteria criteria, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(criteria);
        AccessPolicy.Require(person, Permission.Look);
        // The keyed hash, so that a person can be told who looked for them.
        if (criteria.Applicant is { } applicant) await RecordAsync(new AuditEntry(person, "dossier.search", "personal-number", Convert.ToHexStringLower(applicant)), cancellationToken);
        if (criteria.Phone is { } phone) await RecordAsync(new AuditEntry(person, "dossier.search", "telephone-number", Convert.ToHexStringLower(phone)), cancellationToken);
        return await _search.FindAsync(criteria with { Scope = Narrowest(access.CodesOf(person), criteria.Scope) }, cancellationToken);
    }

    /// <summary>A dossier, personal data masked; null when there is none.</summary>
    /// <exception cref="AccessRefusedException">It is outside the operator's part of the tree.</exception>
    public Task<ShownDossier?> ShowAsync(Operator person, DossierCode code, CancellationToken cancellationToken) =>
        ShowAsync(person, code, withArchive: true, cancellationToken);

    /// <summary>A dossier, personal data masked, with or without what lies in archived months; null when there is none.</summary>
    /// <exception cref="AccessRefusedException">It is outside the operator's part of the tree.</exception>
    public async Task<ShownDossier?> ShowAsync(Operator person, DossierCode code, bool withArchive, CancellationToken cancellationToken) =>
        await ReadAsync(person, code, Permission.Look, isRevealed: false, withArchive, cancellationToken);

    /// <summary>A dossier with personal data in clear; null when there is none. Who looked, and why, is recorded first.</summary>
    /// <exception cref="AccessRefusedException">The role does not include it, or the dossier is outside the operator's part of the tree.</exception>
    /// <exception cref="ArgumentException">The reason is missing or too long.</exception>
    public async Task<ShownDossier?> RevealAsync(Operator person, DossierCode code, string reason, CancellationToken cancellationToken)
    {
        reason = reason?.Trim() ?? "";
        if (reason.Length is 0 or > LongestReason) throw new ArgumentException($"A reason of 1 to {LongestReason} characters is needed.", nameof(reason));
        AccessPolicy.Require(person, Permission.Reveal);
        if (await _lookup.FindAsync(code, cancellationToken) is not { } row) return null;
        access.Require(person, Permission.Reveal, row.Agency?.Value);
        await RecordAsync(new AuditEntry(person, "dossier.reveal", "dossier", code.Value) { Agency = row.Agency?.Value, Reason = reason }, cancellationToken);
        return await ReadAsync(person, code, Permission.Reveal, isRevealed: true, withArchive: true, cancellationToken);
    }

    private async Task<ShownDossier?> ReadAsync(Operator person, DossierCode code, Permission permission, bool isRevealed, bool withArchive, CancellationToken cancellationToken)
    {
        AccessPolicy.Require(person, permission);
        if (await _timelines.ReadAsync(code, isRevealed ? sealer : null, withArchive, cancellationToken) is not { } timeline) return null;
        access.Require(person, permission, timeline.Dossier.Agency?.Value);
        return new ShownDossier(timeline, await _contents.FindAsync(code, revision: 0, cancellationToken), isRevealed);
    }

    private Task<long> RecordAsync(AuditEntry entry, CancellationToken cancellationToken) => trail.WriteAsync(database, entry, cancellationToken);

    /// <summary>What is in both; null stands for everything.</summary>
    private static IReadOnlyCollection<string>? Narrowest(IReadOnlyCollection<string>? one, IReadOnlyCollection<string>? other)
    {
        if (one is null || other is null) return one ?? other;
        var within = one.ToHashSet(StringComparer.Ordinal);
        return [.. other.Where(within.Contains)];
    }
}
