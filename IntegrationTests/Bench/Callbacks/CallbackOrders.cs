using System.Globalization;
using DichVuCong.Contracts;
using DichVuCong.Testing;

namespace DichVuCong.Bench.Callbacks;

/// <summary>Orders in the registry, each to be paid once; given out to all senders together.</summary>
internal sealed class CallbackOrders
{
    public const long Amount = 150_000;

    private const string Insert =
        """
        with obligations as (
          insert into payment.obligation (id, account, agency, content, stated_at, expires_at, state_since, amount)
          select 'BENCH/' || i, 'bench', 'H29', '\x00', now(), now() + interval '9 days', now(), 150000 from generate_series(1, $1) i returning 1),
        orders as (
          insert into payment.payment_order
            (reference, obligation, position, agency, bank, account_number, account_name, treasury, amount, state_since, created_at)
          select $2 || lpad(i::text, 11, '0'), 'BENCH/' || i, 1, 'H29', '970436', '0123456789', 'KBNN mau', true, 150000, now(), now()
          from generate_series(1, $1) i returning 1)
        select (select count(*) from obligations) + (select count(*) from orders)
        """;

    private readonly string _prefix;
    private readonly long _count;
    private long _next;

    private CallbackOrders(string prefix, long count) => (_prefix, _count) = (prefix, count);

    public static async Task<CallbackOrders> MakeAsync(TestDatabase database, long count)
    {
        var prefix = "D" + VietnamTime.DayOf(DateTimeOffset.UtcNow).ToString("yyMMdd", CultureInfo.InvariantCulture);
        await using var command = database.Source.CreateCommand(Insert);
        command.Parameters.Add(new() { Value = count });
        command.Parameters.Add(new() { Value = prefix });
        command.CommandTimeout = 600;
        await command.ExecuteScalarAsync();
        await using var analyse = database.Source.CreateCommand("analyze payment.payment_order, payment.obligation");
        analyse.CommandTimeout = 600;
        await analyse.ExecuteNonQueryAsync();
        return new CallbackOrders(prefix, count);
    }

    /// <summary>The next order and the number of its payment.</summary>
    /// <exception cref="InvalidOperationException">All are paid: fewer were made than the machine can take.</exception>
    public (string Reference, string Number) Take()
    {
        var number = Interlocked.Increment(ref _next);
        if (number > _count) throw new InvalidOperationException("All orders of the bench are paid; measure for a shorter time.");
        return (_prefix + number.ToString("D11", CultureInfo.InvariantCulture), number.ToString(CultureInfo.InvariantCulture));
    }
}
