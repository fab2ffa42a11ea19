using DichVuCong.Contracts;
using DichVuCong.Contracts.Dossiers;
using DichVuCong.Registries.Dossiers;
using DichVuCong.Registries.Schema;
using DichVuCong.Registries.Sealing;
using DichVuCong.Runtime.Lanes;
using DichVuCong.Runtime.Recording;
using DichVuCong.Testing;
using Npgsql;

namespace DichVuCong.Registries.Tests.Operations.Support;

/// <summary>A registry whose dossiers are written by its own recorder, as the door writes them.</summary>
internal sealed class FiledDossiers : IAsyncDisposable
{
    private FiledDossiers(TestDatabase database) => Database = database;

    public TestDatabase Database { get; }

    public Sealer Sealer { get; } = new(KeyRing.Parse(KeyRing.Development));

    public static async Task<FiledDossiers> CreateAsync() => new(await TestDatabase.CreateAsync([.. RegistrySchema.All]));

    /// <summary>Files one.</summary>
    public async Task<DossierCode> FileAsync(
        string code, DateTimeOffset at, DossierState state = DossierState.Registered, string procedure = "1.001193", string? id = null, string? phone = null, string? submission = null)
    {
        var dossier = DossierCode.Parse(code);
        var agency = AgencyCode.Parse(code[..code.IndexOf('-', StringComparison.Ordinal)]);
        await RecordAsync(
            new RegisterDossier(
                dossier, ProcedureCode.Parse(procedure), state == DossierState.Unrouted ? null : agency, "H29", DossierOrigin.Portal, FilingChannel.Online, Central: true,
                Flow.Shared, "portal", submission, id is null ? null : Sealer.HashIdentity(id), at, state, Deadline: at.AddDays(5)),
            new StoreContent(ContentOf(dossier, agency, procedure, at, revision: 1, id, phone)));
        return dossier;
    }

    public static DossierContent ContentOf(
        DossierCode dossier, AgencyCode agency, string procedure, DateTimeOffset at, int revision, string? id, string? phone) => new()
        {
            Dossier = dossier,
            Revision = revision,
            Procedure = ProcedureCode.Parse(procedure),
            ProcedureName = "Thủ tục thử",
            SectorCode = "G01",
            SectorName = "Thử",
            Agency = agency,
            Channel = FilingChannel.Online,
            FiledAt = at,
            Applicant = new Applicant
            {
                Kind = ApplicantKind.Citizen,
                PersonalId = PersonalId.TryParse(id, out var number) ? number : null,
                Phone = PhoneNumber.TryParse(phone, out var telephone) ? telephone : null,
            },
            Files = [],
        };

    public async Task RecordAsync(params object[] messages)
    {
        await using var connection = await Database.Source.OpenConnectionAsync();
        await using var batch = new NpgsqlBatch(connection);
        new RegistryRecorder(Sealer).Record([.. messages.Select(message => new RecordedMessage(message, Guid.NewGuid(), "key", 0, TimeProvider.System.GetUtcNow()))], batch);
        await batch.ExecuteNonQueryAsync();
    }

    public async Task ExecuteAsync(string sql)
    {
        await using var command = Database.Source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    public ValueTask DisposeAsync() => Database.DisposeAsync();
}
