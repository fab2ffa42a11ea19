using System.Text;
using DichVuCong.Contracts;
using DichVuCong.Contracts.Payments;
using DichVuCong.Messaging;
using DichVuCong.Registries.Payments;
using DichVuCong.Registries.Payments.Feed;
using DichVuCong.Registries.Payments.Ledger;
using DichVuCong.Registries.Schema;
using DichVuCong.Registries.Sealing;
using DichVuCong.Runtime.Lanes;
using DichVuCong.Runtime.Recording;
using DichVuCong.Saga;
using DichVuCong.Saga.Payments;
using DichVuCong.Testing;
using Npgsql;

namespace DichVuCong.Registries.Tests.Payments.Support;

/// <summary>A database with the registry of payments, and its recorders as the runtime calls them: a batch of messages in one transaction.</summary>
internal sealed class PaymentRegistry : IAsyncDisposable
{
    public static readonly DateTimeOffset Start = new(2026, 3, 2, 2, 0, 0, TimeSpan.Zero);
    public static readonly AgencyCode Agency = AgencyCode.Parse("H29.101");
    public static readonly BeneficiaryAccount Treasury = new("39410001059134", "970436", "Kho bạc Nhà nước khu vực I", IsTreasury: true);
    private static readonly Lazy<Task<string>> Template = new(MakeTemplateAsync);

    private readonly Topology _topology = new Topology().AddPayments(new PaymentRules()).AddPaymentDoorRecords();
    private readonly IRecorder[] _recorders = [new PaymentRecorder(Sealer), new PaymentFeedRecorder()];

    private PaymentRegistry(TestDatabase database) => Database = database;

    public static Sealer Sealer { get; } = new(KeyRing.Parse(KeyRing.Development));

    public TestDatabase Database { get; }

    public NpgsqlDataSource Source => Database.Source;

    public OrderLookup Orders => new(Source);

    public ObligationLookup Obligations => new(Source, Sealer);

    public static async Task<PaymentRegistry> CreateAsync() => new(await TestDatabase.CopyAsync(await Template.Value));

    public static PaymentReference Reference(int number) => PaymentReference.Of(new DateOnly(2026, 3, 2), (ulong)number);

    /// <summary>An obligation of one order with one line.</summary>
    public static RegisterObligation Obligation(int number, long amount = 150_000) => new(
        ObligationId.Of("H29", $"2026-{number}"), "H29", Agency, DossierCode.Parse($"H29.101-260302-{number:D5}"),
        [new ObligationOrder(Reference(number), Treasury, new Vnd(amount), [new OrderLine(FeeKind.Charge, "LP01", "Lệ phí cấp thẻ", new Vnd(amount))])],
        Start, Start.AddDays(10), ConfirmTo: "DOITAC1", Content: [(byte)number, 1], Encoding.UTF8.GetBytes("{\"name\":\"Nguyễn Văn Mẫu\"}"));

    /// <summary>Records messages as one batch.</summary>
    public Task RecordAsync(params object[] messages) => RecordAsync(messages.Select(message => (message, Guid.NewGuid())));

    /// <summary>Records messages with their ids as one batch: a message that is told again has the id it had.</summary>
    public async Task RecordAsync(IEnumerable<(object Message, Guid Id)> messages)
    {
        await using var connection = await Source.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await using var batch = new NpgsqlBatch(connection);
        var recorded = messages.Select(row => Recorded(row.Message, row.Id)).ToLookup(row => EndpointOf(row.Message), StringComparer.Ordinal);
        foreach (var recorder in _recorders.Where(recorder => recorded.Contains(recorder.Endpoint))) recorder.Record([.. recorded[recorder.Endpoint]], batch);
        if (batch.BatchCommands.Count > 0) await batch.ExecuteNonQueryAsync();
        await transaction.CommitAsync();
    }

    /// <summary>Whether a recorder takes such messages; what goes to partners belongs to hosts that have some.</summary>
    public bool Takes(object message) => message is not (AskPayment or RefundPayment or AskRefundState or ConfirmPayment)
        && EndpointOf(message) is PaymentFeedRecorder.EndpointName or PaymentRecorder.EndpointName;

    public Task<LedgerReport> CheckAsync(LedgerScope? scope = null) => new LedgerCheck(Source).RunAsync(scope ?? new LedgerScope(), CancellationToken.None);

    public async Task ExecuteAsync(string sql)
    {
        await using var command = Source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    public Task<long> CountAsync(string table) => Database.ScalarAsync<long>($"select count(*) from {table}");

    public ValueTask DisposeAsync() => Database.DisposeAsync();

    private static async Task<string> MakeTemplateAsync()
    {
        var database = await TestDatabase.CreateAsync([.. RegistrySchema.All]);
        await database.Source.DisposeAsync();
        NpgsqlConnection.ClearAllPools();
        return database.Name;
    }

    private string EndpointOf(object message) =>
        _topology.SubscribersOf(message.GetType()).Count > 0 ? PaymentFeedRecorder.EndpointName : _topology.OwnerOf(message.GetType());

    private RecordedMessage Recorded(object message, Guid id)
    {
        var key = _topology.TypeOf(message).KeyOf(message);
        return new RecordedMessage(message, id, key, Lane.Of(key), Start);
    }
}
