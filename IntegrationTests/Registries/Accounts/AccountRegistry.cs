using DichVuCong.Contracts;
using DichVuCong.Contracts.Accounts;
using DichVuCong.Messaging;
using DichVuCong.Registries.Accounts;
using DichVuCong.Registries.Schema;
using DichVuCong.Registries.Sealing;
using DichVuCong.Runtime.Lanes;
using DichVuCong.Runtime.Recording;
using DichVuCong.Saga;
using DichVuCong.Saga.Accounts;
using DichVuCong.Testing;
using Npgsql;

namespace DichVuCong.Registries.Tests.Accounts;

/// <summary>A database with the registry of accounts, and its recorders as the runtime calls them: a batch of messages in one transaction.</summary>
internal sealed class AccountRegistry : IAsyncDisposable
{
    public static readonly DateTimeOffset Start = new(2026, 3, 2, 2, 0, 0, TimeSpan.Zero);
    public static readonly AgencyCode Agency = AgencyCode.Parse("H29.101");
    public static readonly AgencyCode Other = AgencyCode.Parse("G01.2");
    public static readonly OfficialDocument Document = new("12/UBND-VP", new DateOnly(2026, 3, 2), "files/1");
    private readonly IRecorder[] _recorders = [new AccountRecorder(Sealer), new AccountFeedRecorder()];

    private AccountRegistry(TestDatabase database) => Database = database;

    public static Topology Topology { get; } = new Topology().AddAccounts(new AccountRules()).AddAccountDoorRecords();

    public static Sealer Sealer { get; } = new(KeyRing.Parse(KeyRing.Development));

    public TestDatabase Database { get; }

    public AccountLookup Accounts => new(Database.Source, Sealer);

    public static async Task<AccountRegistry> CreateAsync() => new(await TestDatabase.CreateAsync([.. RegistrySchema.All]));

    public static AccountId Id(int number) => AccountId.Of(new DateOnly(2026, 3, 2), (ulong)number);

    public static AccountProfile Profile(int number, string person = "001090012345", int revision = 1) => new()
    {
        Account = Id(number),
        Revision = revision,
        FullName = Parsed<PersonName>("Nguyễn Văn Mẫu"),
        PersonalId = Parsed<PersonalId>(person),
        Unit = Agency,
        Position = "Chuyên viên",
        Phone = Parsed<PhoneNumber>("0912345678"),
        Email = Parsed<EmailAddress>("mau.nv@example.gov.vn"),
    };

    public static RegisterAccount Registers(int number, string person = "001090012345") => new(Profile(number, person), AccountKind.Officer, AccountState.Created, Start);

    public static T Parsed<T>(string text)
        where T : IText<T> => T.TryParse(text, out var value) ? value : throw new FormatException(text);

    /// <summary>Records messages with their ids as one batch: a message that is told again has the id it had.</summary>
    public async Task RecordAsync(params (object Message, Guid Id)[] messages)
    {
        await using var connection = await Database.Source.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await using var batch = new NpgsqlBatch(connection);
        var recorded = messages.Select(row => Recorded(row.Message, row.Id)).ToLookup(row => EndpointOf(row.Message), StringComparer.Ordinal);
        foreach (var recorder in _recorders.Where(recorder => recorded.Contains(recorder.Endpoint))) recorder.Record([.. recorded[recorder.Endpoint]], batch);
        if (batch.BatchCommands.Count > 0) await batch.ExecuteNonQueryAsync();
        await transaction.CommitAsync();
    }

    public Task RecordAsync(params object[] messages) => RecordAsync([.. messages.Select(message => (message, Guid.NewGuid()))]);

    public ValueTask DisposeAsync() => Database.DisposeAsync();

    private static string EndpointOf(object message) =>
        Topology.SubscribersOf(message.GetType()).Count > 0 ? AccountFeedRecorder.EndpointName : Topology.OwnerOf(message.GetType());

    private static RecordedMessage Recorded(object message, Guid id)
    {
        var key = Topology.TypeOf(message).KeyOf(message);
        return new RecordedMessage(message, id, key, Lane.Of(key), Start);
    }
}
