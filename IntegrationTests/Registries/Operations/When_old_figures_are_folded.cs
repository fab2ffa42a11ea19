using DichVuCong.Registries.Dossiers;
using DichVuCong.Registries.Operations;
using DichVuCong.Testing;

namespace DichVuCong.Registries.Tests.Operations;

internal sealed class When_old_figures_are_folded
{
    private TestDatabase _database = null!;

    [SetUp]
    public async Task FillAsync()
    {
        _database = await SeededDatabase.CreateAsync();
        await using var command = _database.Source.CreateCommand(
            """
            insert into dossier.daily (agency, day, figure, lane, amount)
            select agency, (now() at time zone 'Asia/Ho_Chi_Minh')::date - days, figure, lane, lane + figure
            from unnest(array['H26', 'H29.101']) agency, unnest(array[0, 60, 61, 400]) days, unnest(array[1, 3]) figure, generate_series(0, 63) lane
            """);
        await command.ExecuteNonQueryAsync();
    }

    [TearDown]
    public async Task DropAsync() => await _database.DisposeAsync();

    [Test]
    public async Task Should_leave_one_row_of_a_day_long_past_and_the_same_sums()
    {
        var before = await SumsAsync();

        (await new DailyFold(_database.Source).RunAsync(CancellationToken.None)).ShouldBe(2 * 2 * 2 * 64);

        (await SumsAsync()).ShouldBe(before);
        (await _database.ScalarAsync<long>("select count(*) from dossier.daily where lane < 0")).ShouldBe(2 * 2 * 2);
        (await _database.ScalarAsync<long>("select count(*) from dossier.daily where lane >= 0")).ShouldBe(2 * 2 * 2 * 64);
        (await new DailyFold(_database.Source).RunAsync(CancellationToken.None)).ShouldBe(0);
    }

    [Test]
    public async Task Should_add_what_comes_for_a_folded_day_and_pass_over_what_is_being_written()
    {
        await new DailyFold(_database.Source).RunAsync(CancellationToken.None);
        await using (var late = _database.Source.CreateCommand(
            """
            insert into dossier.daily (agency, day, figure, lane, amount)
            select 'H26', (now() at time zone 'Asia/Ho_Chi_Minh')::date - 400, 1, lane, 1000 from unnest(array[5, 6]) lane
            """)) await late.ExecuteNonQueryAsync();
        var sums = await SumsAsync();
        await using var worker = await _database.Source.OpenConnectionAsync();
        await using var transaction = await worker.BeginTransactionAsync();
        await using (var writing = new Npgsql.NpgsqlCommand("update dossier.daily set amount = amount + 1 where lane = 6 and amount >= 1000", worker, transaction)) await writing.ExecuteNonQueryAsync();

        (await new DailyFold(_database.Source).RunAsync(CancellationToken.None)).ShouldBe(1);
        await transaction.CommitAsync();
        (await new DailyFold(_database.Source).RunAsync(CancellationToken.None)).ShouldBe(1);

        (await SumsAsync()).Sum(sum => sum.Amount).ShouldBe(sums.Sum(sum => sum.Amount) + 1);
        (await _database.ScalarAsync<long>("select count(*) from dossier.daily where lane < 0")).ShouldBe(2 * 2 * 2);
    }

    private async Task<IReadOnlyList<FigureSum>> SumsAsync() =>
        await new DailyFigures(_database.Source).SumAsync(agency: null, new DateOnly(2020, 1, 1), new DateOnly(2100, 1, 1), CancellationToken.None);
}
