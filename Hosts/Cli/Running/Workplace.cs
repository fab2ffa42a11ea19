using DichVuCong.Messaging;
using DichVuCong.Registries.Catalogue;
using DichVuCong.Registries.Dossiers;
using DichVuCong.Registries.Operations;
using DichVuCong.Registries.Operations.Access;
using DichVuCong.Registries.Operations.Deadlines;
using DichVuCong.Registries.Sealing;
using DichVuCong.Runtime.Hosting;
using DichVuCong.Saga;
using DichVuCong.Saga.Accounts;
using DichVuCong.Saga.Dossiers;
using DichVuCong.Saga.Payments;
using DichVuCong.Saga.Routing;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace DichVuCong.Cli.Running;

/// <summary>The database as a command works with it.</summary>
internal sealed class Workplace : IAsyncDisposable
{
    private readonly Lazy<Sealer> _sealer;
    private readonly Lazy<ServiceProvider> _desks;
    private readonly CliCalendars _calendars = new();

    private Workplace(CliEnvironment environment, CliSettings settings)
    {
        (Environment, Settings) = (environment, settings);
        Database = new RuntimeDatabase(settings.Postgres, "dvc");
        _sealer = new Lazy<Sealer>(() => new Sealer(settings.Keys));
        _desks = new Lazy<ServiceProvider>(() => new ServiceCollection()
            .AddSingleton(Source).AddSingleton(environment.Time).AddSingleton(settings.Keys).AddSingleton(Sealer)
            .AddSingleton<ICalendarSource>(_calendars).AddSingleton<ICalendarMaker>(_calendars)
            .AddSingleton(_ => new Topology().AddDossiers(new DossierRules()).AddPayments(new PaymentRules()).AddAccounts(new AccountRules()))
            .AddOperatorDesks().BuildServiceProvider());
    }

    /// <summary>What surrounds the command.</summary>
    public CliEnvironment Environment { get; }

    /// <summary>The settings.</summary>
    public CliSettings Settings { get; }

    /// <summary>The database.</summary>
    public RuntimeDatabase Database { get; }

    /// <summary>Pooled connections to it.</summary>
    public NpgsqlDataSource Source => Database.Pooled;

    /// <summary>Opens what is sealed. The keys are asked for only when it is used.</summary>
    public Sealer Sealer => _sealer.Value;

    /// <summary>The registry of the catalogue.</summary>
    public CatalogueStore Catalogue => new(Source, Environment.Time);

    /// <summary>Finds dossiers by their code.</summary>
    public DossierLookup Dossiers => new(Source);

    /// <summary>A desk that the operators' screen has too: the same code, registered in the same place.</summary>
    public TDesk Desk<TDesk>()
        where TDesk : class => _desks.Value.GetRequiredService<TDesk>();

    /// <summary>Opens the database that the environment names; the first question finds out whether it answers.</summary>
    public static Workplace Open(CliEnvironment environment) => new(environment, new CliSettings(environment.Variable));

    /// <summary>The catalogue, ready for look-ups.</summary>
    public async Task<CatalogueIndex> LoadCatalogueAsync(CancellationToken cancellationToken)
    {
        var data = await Catalogue.LoadAsync(cancellationToken);
        return data.Procedures.Count > 0
            ? new CatalogueIndex(data)
            : throw new CliProblemException(ExitCodes.Configuration, "The catalogue is empty. Run: dvc catalogue import");
    }

    /// <summary>Loads the calendars, for desks that count working days.</summary>
    public async Task LoadCalendarsAsync(CancellationToken cancellationToken) => _calendars.Use(await Desk<CalendarRows>().LoadAsync(cancellationToken));

    /// <summary>Loads the tree of agencies, for desks that look below one.</summary>
    public async Task LoadAgenciesAsync(CancellationToken cancellationToken) =>
        await Desk<AgencyTree>().UseAsync(await Catalogue.LoadAsync(cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_desks.IsValueCreated) await _desks.Value.DisposeAsync();
        await Database.DisposeAsync();
    }
}
