using System.Text.Json;
using DichVuCong.Adapters.Banks.Statements;
using DichVuCong.Contracts;
using DichVuCong.Contracts.Payments;
using DichVuCong.Messaging;
using DichVuCong.Payments.Reconciliation;
using DichVuCong.Payments.Reconciliation.Reports;
using DichVuCong.Registries.Reconciliation;
using DichVuCong.Registries.Schema;
using DichVuCong.Registries.Sealing;
using DichVuCong.Runtime.Hosting;
using DichVuCong.Runtime.Restoring;
using DichVuCong.Saga;
using DichVuCong.Saga.Payments;
using DichVuCong.Testing;
using Npgsql;

namespace DichVuCong.Registries.Tests.Reconciliation.Support;

/// <summary>A database with the registry's rows as the sagas would have written them, one bank, and a clock.</summary>
internal sealed class ReconcilingWorld : IAsyncDisposable
{
    public const string Account = "3511.0.1054321";
    public static readonly DateOnly Day = new(2026, 11, 20);

    private readonly RuntimeDatabase _connections;
    private ulong _drawn;

    private ReconcilingWorld(TestDatabase database)
    {
        Database = database;
        _connections = new RuntimeDatabase(database.ConnectionString);
    }

    public TestDatabase Database { get; }

    public SetClock Clock { get; } = new();

    public ReconciledPartner Bank { get; init; } = new() { Code = "mb", Name = "MB", Statements = "mb" };

    public ReconcilingSettings Settings => new() { All = [Bank], StableFor = TimeSpan.FromSeconds(10) };

    public StatementList Files => new(Database.Source);

    public ReconciliationRuns Runs => new(Database.Source);

    public StatementIntake Intake => new(new StatementStore(Database.Source, new Sealer(KeyRing.Parse(KeyRing.Development))), Files, Clock);

    public RunReports Reports => new(Database.Source, Intake, Clock);

    public static async Task<ReconcilingWorld> StartAsync(ReconciledPartner? bank = null)
    {
        var database = await TestDatabase.CreateAsync([.. RegistrySchema.All]);
        return bank is null ? new ReconcilingWorld(database) : new ReconcilingWorld(database) { Bank = bank };
    }

    public Reconciler Reconciler(Action? beforeCommit = null) => new(
        _connections, new EarlierMessages(_connections, new Topology().AddPayments(new PaymentRules()), Clock), Settings,
            Clock)
    { BeforeCommit = beforeCommit };

    public ReconcilingClock ReconcilingClock() => new(Reconciler(), Database.Source, Clock);

    public async Task<RunRow> RunAsync(DateOnly day)
    {
        var answer = await Reconciler().RunAsync(Bank, day, "test", repeats: false, CancellationToken.None);
        return answer is { Verdict: RunVerdict.Completed, Run: { } run } ? run : throw new InvalidOperationException($"The run of {day} is {answer.Verdict}.");
    }

    /// <summary>An order that a citizen may have begun to pay.</summary>
    public async Task<PaymentReference> OrderAsync(long amount, OrderState state = OrderState.Pending, string agency = "H29.168")
    {
        var reference = PaymentReference.Of(Day, ++_drawn);
        await ExecuteAsync(
            """
            insert into payment.payment_order
              (reference, obligation, position, agency, bank, account_number, account_name, treasury, amount, state, state_since, created_at)
            values ($1, 'o' || $1, 1, $2, 'VCB', $3, 'Kho bạc', true, $4, $5, now(), $6)
            """,
            reference.Value, agency, Account, amount, (short)state, At(Day, "08:00:00").UtcDateTime);
        return reference;
    }

    /// <summary>An order that was paid at the bank.</summary>
    public async Task<PaymentReference> PaidAsync(string number, long amount, DateTimeOffset? at = null, string agency = "H29.168")
    {
        var reference = await OrderAsync(amount, OrderState.Paid, agency);
        await TransactionAsync(reference, number, amount, at ?? At(Day, "10:00:00"));
        return reference;
    }

    public async Task TransactionAsync(PaymentReference reference, string number, long amount, DateTimeOffset at, PaymentResult result = PaymentResult.Paid)
    {
        var day = new PaymentRules().DayOf(Bank.Code, at);
        await ExecuteAsync(
            "insert into payment.transaction (reference, partner, transaction_no, result, amount, paid_at, day, source) values ($1, $2, $3, $4, $5, $6, $7, 1)",
            reference.Value, Bank.Code, number, (short)result, amount, at.UtcDateTime, day);
        if (result != PaymentResult.Paid) return;
        await ExecuteAsync(
            "update payment.payment_order set state = 7, partner = $2, transaction_no = $3, collected = $4 where reference = $1",
            reference.Value, Bank.Code, number, amount);
    }

    public async Task ExecuteAsync(string sql, params object[] values)
    {
        await using var command = Database.Source.CreateCommand(sql);
        foreach (var value in values) command.Parameters.Add(new NpgsqlParameter { Value = value });
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>Hands in a file of the bank's.</summary>
    public async Task<IntakeAnswer> TakeAsync(DateOnly day, IReadOnlyList<StatementLine> lines, string? name = null) =>
        await TakeAsync(name ?? $"MB_{day:yyyyMMdd}.txt", Bytes(day, lines), day);

    public Task<IntakeAnswer> TakeAsync(string name, byte[] bytes, DateOnly? day, long? announced = null) =>
        Intake.TakeAsync(Bank, name, () => new MemoryStream(bytes, writable: false), announced, day, "test", CancellationToken.None);

    /// <summary>A file as the bank writes it.</summary>
    public byte[] Bytes(DateOnly day, IReadOnlyList<StatementLine> lines)
    {
        using var to = new MemoryStream();
        var file = new StatementFile { Name = "", Open = () => Stream.Null, Day = day, Creator = "MB", MadeAt = At(day.AddDays(1), "06:00:00") };
        Bank.Family.Write(to, file, lines);
        return to.ToArray();
    }

    /// <summary>The messages of a kind that wait in the bus.</summary>
    public async Task<IReadOnlyList<T>> SentAsync<T>()
    {
        await using var command = Database.Source.CreateCommand(
            "select r.body from bus.ready r join bus.word w on w.id = r.type and w.kind = 'type' where w.name = $1 order by r.seq");
        command.Parameters.Add(new NpgsqlParameter { Value = MessageNameAttribute.Of(typeof(T)) });
        await using var reader = await command.ExecuteReaderAsync();
        var sent = new List<T>();
        while (await reader.ReadAsync()) sent.Add((T)JsonSerializer.Deserialize(reader.GetFieldValue<byte[]>(0), typeof(T), PaymentJson.Default)!);
        return sent;
    }

    public static StatementLine Line(
        PaymentReference? reference, string number, long amount, DateOnly? day = null, string time = "10:00:00", StatementKind kind = StatementKind.Payment,
        string status = "00", string account = Account) => new()
        {
            LineNumber = 0,
            Kind = kind,
            PartnerReference = number,
            OurReference = reference?.Value,
            Amount = new Vnd(amount),
            Direction = kind == StatementKind.Payment ? StatementDirection.Credit : StatementDirection.Debit,
            Time = At(day ?? Day, time),
            BankDate = day ?? Day,
            Account = account,
            Status = status,
        };

    public static DateTimeOffset At(DateOnly day, string time) => VietnamTime.At(day, TimeOnly.ParseExact(time, "HH:mm:ss"));

    public async ValueTask DisposeAsync()
    {
        await _connections.DisposeAsync();
        await Database.DisposeAsync();
    }
}
