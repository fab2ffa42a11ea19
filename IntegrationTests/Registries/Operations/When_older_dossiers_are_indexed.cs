using DichVuCong.Contracts;
using DichVuCong.Registries.Dossiers;
using DichVuCong.Registries.Operations.Dossiers;
using DichVuCong.Registries.Tests.Operations.Support;

namespace DichVuCong.Registries.Tests.Operations;

internal sealed class When_older_dossiers_are_indexed
{
    private static readonly DateTimeOffset At = new(2026, 3, 2, 8, 0, 0, TimeSpan.FromHours(7));

    private FiledDossiers _filed = null!;
    private DossierIndexer _indexer = null!;

    [SetUp]
    public async Task FileAsync()
    {
        _filed = await FiledDossiers.CreateAsync();
        _indexer = new DossierIndexer(_filed.Database.Source, _filed.Sealer);
        for (var number = 0; number < 40; number++) await _filed.FileAsync($"H29.101-260302-{5_000_000 + number}", At, phone: $"09123456{number:D2}");
        await _filed.RecordAsync(new StoreContent(FiledDossiers.ContentOf(
            DossierCode.Parse("H29.101-260302-5000007"), AgencyCode.Parse("H29.101"), "1.001193", At, revision: 2, id: null, "0388888888")));
        // As a database of before has it.
        await _filed.ExecuteAsync("truncate operations.dossier_phone; update operations.dossier_index set completed_at = null");
    }

    [TearDown]
    public async Task DropAsync() => await _filed.DisposeAsync();

    [Test]
    public async Task Should_read_every_revision_once_and_say_that_it_is_complete()
    {
        (await _indexer.RunAsync(fromTheStart: false, onProgress: null, CancellationToken.None)).ShouldBe(41);

        (await _filed.Database.ScalarAsync<long>("select count(*) from operations.dossier_phone")).ShouldBe(41);
        (await _indexer.ProgressAsync(CancellationToken.None)).CompletedAt.ShouldNotBeNull();
        (await FindAsync("84388888888")).ShouldBe(["H29.101-260302-5000007"]);
        (await FindAsync("84912345639")).ShouldBe(["H29.101-260302-5000039"]);
        (await _indexer.RunAsync(fromTheStart: false, onProgress: null, CancellationToken.None)).ShouldBe(0);
    }

    [Test]
    public async Task Should_go_on_where_it_was_interrupted()
    {
        await _filed.ExecuteAsync("update operations.dossier_index set through = 'H29.101-260302-5000029'");

        (await _indexer.RunAsync(fromTheStart: false, onProgress: null, CancellationToken.None)).ShouldBe(10);
        (await FindAsync("84912345605")).ShouldBeEmpty();

        (await _indexer.RunAsync(fromTheStart: true, onProgress: null, CancellationToken.None)).ShouldBe(41);
        (await FindAsync("84912345605")).ShouldBe(["H29.101-260302-5000005"]);
    }

    [Test]
    public async Task Should_have_nothing_to_do_in_a_database_that_was_born_with_it()
    {
        await using var fresh = await FiledDossiers.CreateAsync();

        (await new DossierIndexer(fresh.Database.Source, fresh.Sealer).ProgressAsync(CancellationToken.None)).CompletedAt.ShouldNotBeNull();
    }

    private async Task<IEnumerable<string>> FindAsync(string phone) =>
        (await new DossierSearch(_filed.Database.Source).FindAsync(new DossierCriteria { Phone = _filed.Sealer.HashPhone(phone) }, CancellationToken.None))
            .Dossiers.Select(row => row.Code.Value);
}
