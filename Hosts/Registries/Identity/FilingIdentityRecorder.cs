using DichVuCong.Contracts;
using DichVuCong.Contracts.Identity;
using DichVuCong.Messaging;
using DichVuCong.Registries.Payments;
using DichVuCong.Runtime.Recording;
using DichVuCong.Runtime.Sql;
using Npgsql;

namespace DichVuCong.Registries.Identity;

/// <summary>By which sign-in the applicant of a dossier was known when it was filed: no personal data.</summary>
/// <param name="Dossier">The dossier.</param>
/// <param name="Verification">The sign-in.</param>
/// <param name="Source">The source of identity.</param>
/// <param name="AccountLevel">How well it was known whose account it is.</param>
/// <param name="AuthenticationLevel">How it was shown that it is the applicant's.</param>
/// <param name="VerifiedAt">When.</param>
public sealed record KeepFilingIdentity(
    DossierCode Dossier, Guid Verification, string Source, AccountLevel AccountLevel, AuthenticationLevel AuthenticationLevel, DateTimeOffset VerifiedAt)
{
    /// <summary>The row of a dossier that is filed with a verification.</summary>
    public static KeepFilingIdentity Of(DossierCode dossier, Verification verification)
    {
        ArgumentNullException.ThrowIfNull(verification);
        var identity = verification.Identity;
        return new KeepFilingIdentity(dossier, verification.Id, identity.Source, identity.AccountLevel, identity.AuthenticationLevel, identity.VerifiedAt);
    }
}

/// <summary>Writes it, in the commit of the filing.</summary>
public sealed class FilingIdentityRecorder : IRecorder
{
    /// <summary>The endpoint's name.</summary>
    public const string EndpointName = "identity-registry";

    private const string Insert =
        """
        insert into identity.filing (dossier, verification, source, account_level, authentication_level, verified_at)
        select u.* from unnest($1, $2, $3, $4, $5, $6) u on conflict (dossier) do nothing
        """;

    /// <inheritdoc/>
    public string Endpoint => EndpointName;

    /// <inheritdoc/>
    public void Record(IReadOnlyList<RecordedMessage> messages, NpgsqlBatch batch)
    {
        ArgumentNullException.ThrowIfNull(messages);
        ArgumentNullException.ThrowIfNull(batch);
        var rows = PaymentRecorder.Of<KeepFilingIdentity>(messages).OrderBy(row => row.Body.Dossier.Value, StringComparer.Ordinal).ToList();
        if (rows.Count == 0) return;
        batch.Append(Insert)
            .Column(rows, row => row.Body.Dossier.Value)
            .Column(rows, row => row.Body.Verification)
            .Column(rows, row => row.Body.Source)
            .Column(rows, row => (short)row.Body.AccountLevel)
            .Column(rows, row => (short)row.Body.AuthenticationLevel)
            .Column(rows, row => row.Body.VerifiedAt.UtcDateTime);
    }
}

/// <summary>The rows of identity that the door writes.</summary>
public static class IdentityDoorRecords
{
    /// <summary>Declares them to a topology.</summary>
    public static Topology AddIdentityDoorRecords(this Topology topology)
    {
        ArgumentNullException.ThrowIfNull(topology);
        return topology
            .Message(new RecordType<KeepFilingIdentity>("identity.keep-filing-identity.v1", record => record.Dossier.Value))
            .Recorder(FilingIdentityRecorder.EndpointName, typeof(KeepFilingIdentity));
    }
}
