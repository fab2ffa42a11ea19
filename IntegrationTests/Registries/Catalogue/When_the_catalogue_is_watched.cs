using DichVuCong.Contracts.Catalogue;
using DichVuCong.Registries.Hosting;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace DichVuCong.Registries.Tests.Catalogue;

internal sealed class When_the_catalogue_is_watched : CatalogueTest
{
    [Test]
    public async Task Should_load_it_after_the_database_failed_in_the_middle_of_the_first_load()
    {
        await ImportAsync(Shipped.Few);
        var user = new FailingUser(new NpgsqlException("the server ended the session"));
        using var watcher = Watcher(user);
        await Should.ThrowAsync<NpgsqlException>(() => watcher.LookAsync(CancellationToken.None));
        watcher.Version.ShouldBe(-1);

        await watcher.LookAsync(CancellationToken.None);
        watcher.Version.ShouldBe((await LoadAsync()).Version);
        watcher.Loaded.IsCompletedSuccessfully.ShouldBeTrue();
    }

    [Test]
    public async Task Should_not_load_again_what_cannot_be_used_until_it_is_changed()
    {
        await ImportAsync(Shipped.Few);
        var user = new FailingUser(new ArgumentException("a calendar contradicts itself"));
        using var watcher = Watcher(user);
        await Should.ThrowAsync<ArgumentException>(() => watcher.LookAsync(CancellationToken.None));
        await watcher.LookAsync(CancellationToken.None);
        (watcher.Version, user.Calls).ShouldBe((-1, 1));

        await ExecuteAsync("update catalogue.agency set name = 'x' where code = 'H60'");
        await watcher.LookAsync(CancellationToken.None);
        watcher.Version.ShouldBe((await LoadAsync()).Version);
    }

    private CatalogueWatcher Watcher(ICatalogueUser user) => new(Store, [user], TimeProvider.System, NullLogger<CatalogueWatcher>.Instance);

    /// <summary>Cannot take the first catalogue that it is given into use.</summary>
    private sealed class FailingUser(Exception failure) : ICatalogueUser
    {
        public int Calls { get; private set; }

        public Task UseAsync(CatalogueData data, CancellationToken cancellationToken) => ++Calls == 1 ? throw failure : Task.CompletedTask;
    }
}
