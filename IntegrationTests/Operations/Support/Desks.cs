using DichVuCong.Contracts;
using DichVuCong.Registries.Catalogue;
using DichVuCong.Registries.Operations;
using DichVuCong.Registries.Operations.Access;
using DichVuCong.Registries.Operations.Approvals;
using DichVuCong.Registries.Sealing;
using DichVuCong.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace DichVuCong.Operations.Tests.Support;

/// <summary>The desks on a database, without a host.</summary>
internal sealed class Desks : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    private Desks(TestDatabase database, ServiceProvider services) => (Database, _services) = (database, services);

    public static Operator Lan { get; } = new("lan", "Lan", OperatorRole.Operator, Scope: null);

    public static Operator Minh { get; } = new("minh", "Minh", OperatorRole.Supervisor, Scope: null);

    public static Operator Nga { get; } = new("nga", "Nga", OperatorRole.Supervisor, Scope: null);

    public TestDatabase Database { get; }

    public T Get<T>()
        where T : class => _services.GetRequiredService<T>();

    public static async Task<Desks> OpenAsync(TimeProvider? time = null, params IApprovedAction[] actions)
    {
        var database = await SeededDatabase.CreateAsync();
        var keys = KeyRing.Parse(KeyRing.Development);
        var services = new ServiceCollection()
            .AddSingleton(database.Source).AddSingleton(time ?? TimeProvider.System).AddSingleton(keys).AddSingleton(new Sealer(keys)).AddOperatorDesks();
        foreach (var action in actions) services.AddSingleton(action);
        var desks = new Desks(database, services.BuildServiceProvider());
        var catalogue = await new CatalogueStore(database.Source, TimeProvider.System).LoadAsync(CancellationToken.None);
        await desks.Get<AgencyTree>().UseAsync(catalogue, CancellationToken.None);
        return desks;
    }

    public static Operator In(Operator person, string agency) => person with { Scope = AgencyCode.Parse(agency) };

    public async Task ExecuteAsync(string sql)
    {
        await using var command = Database.Source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await Database.DisposeAsync();
    }
}
