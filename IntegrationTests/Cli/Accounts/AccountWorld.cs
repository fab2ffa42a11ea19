using DichVuCong.Cli.Tests.Support;
using DichVuCong.Contracts;
using DichVuCong.Contracts.Accounts;
using DichVuCong.Messaging;
using DichVuCong.Registries.Accounts;
using DichVuCong.Registries.Accounts.Desk;
using DichVuCong.Registries.Catalogue;
using DichVuCong.Registries.Sealing;
using DichVuCong.Runtime.Doors;
using DichVuCong.Runtime.Hosting;
using DichVuCong.Runtime.Lines;
using DichVuCong.Runtime.Recording;
using DichVuCong.Saga;
using DichVuCong.Saga.Accounts;
using DichVuCong.Saga.WorkingTime;
using DichVuCong.Testing;
using Microsoft.Extensions.Logging.Abstractions;

namespace DichVuCong.Cli.Tests.Accounts;

/// <summary>The door and a worker with the account capability in this process; every one-stop system takes what it is told.</summary>
internal sealed class AccountWorld : IAsyncDisposable
{
    public static readonly AgencyCode Agency = AgencyCode.Parse("H26");
    private static readonly OfficialDocument Document = new("12/UBND-VP", new DateOnly(2026, 3, 2), "files/1");

    private readonly RuntimeDatabase _connections;
    private readonly Door _door;
    private readonly RuntimeHost _host;

    private AccountWorld(TestDatabase database, ICalendars calendars)
    {
        Database = database;
        _connections = new RuntimeDatabase(database.ConnectionString);
        var topology = new Topology().AddAccounts(new AccountRules()).AddAccountDoorRecords()
            .Partner(new PartnerDefinition("onestop-accounts").Operation(new Takes(), command => command.System));
        IRecorder[] recorders = [new AccountRecorder(new Sealer(KeyRing.Parse(KeyRing.Development))), new AccountFeedRecorder()];
        _door = new Door(_connections, topology, recorders, new DoorOptions(), TimeProvider.System, NullLogger<Door>.Instance);
        _host = new RuntimeHost(
            _connections, topology, new Fixed(calendars), recorders, new LineDirectory(_connections.Pooled), new RuntimeOptions(), TimeProvider.System,
            NullLogger<RuntimeHost>.Instance);
    }

    public TestDatabase Database { get; }

    public Dvc Dvc => new(Database);

    public static async Task<AccountWorld> StartAsync()
    {
        var database = await SeededDatabase.CreateAsync();
        var catalogue = await new CatalogueStore(database.Source, TimeProvider.System).LoadAsync(CancellationToken.None);
        var world = new AccountWorld(database, new WorkingCalendars(catalogue.Calendars));
        await new LineDirectory(world._connections.Pooled).DeclareAsync(
            [.. catalogue.Systems.Select(system => new LineDeclaration($"onestop-accounts:{system.Code}", 1, LineLimits.Default))], CancellationToken.None);
        await world._door.StartAsync(CancellationToken.None);
        await world._door.Opened;
        await world._host.StartAsync(CancellationToken.None);
        await world._host.Ready;
        return world;
    }

    public static string Person(int number) => $"001090{number:D6}";

    /// <summary>A request of the unit for an administrator, as the Gateway takes it.</summary>
    public async Task<AccountId> RequestAsync(string request, int person)
    {
        var (id, now) = (AccountIds.Draw(DateTimeOffset.UtcNow), DateTimeOffset.UtcNow);
        var form = new AccountRequestForm { Kind = "create", Unit = Agency.Value };
        await _door.AcceptAsync(
            new DoorCall
            {
                Records =
                [
                    new RegisterAccount(ProfileOf(id, person), AccountKind.AgencyAdministrator, AccountState.Requested, now),
                    new KeepRequestForm(request, AccountTarget.Portal, AccountRequestKind.Create, id, Agency, Document, form, "H26", now),
                ],
                Messages =
                [
                    NewAccounts.Said(new RequestAccount(
                        id, request, AccountKind.AgencyAdministrator, Agency, GroupSet.Of(PermissionGroup.UnitAdministrator), GroupSet.All, ["H26"], Document, now)),
                ],
            },
            CancellationToken.None);
        await Eventually.HoldsAsync(() => Database.ScalarAsync<bool>($"select exists (select 1 from account.request where id = '{request}')"), "the request is there");
        return id;
    }

    /// <summary>Keeps a request of one of the Department's systems.</summary>
    public Task RouteAsync(string request) => _door.AcceptAsync(
        new DoorCall
        {
            Records =
            [
                new KeepRequestForm(
                    request, AccountTarget.Feedback, AccountRequestKind.Create, Account: null, Agency, Document, new AccountRequestForm(), "H26", DateTimeOffset.UtcNow),
            ],
        },
        CancellationToken.None);

    public Task BecomesAsync(AccountId account, AccountState state) => Eventually.HoldsAsync(
        () => Database.ScalarAsync<bool>($"select state = {(int)state} from account.account where id = '{account}'"), $"{account} is {state}");

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync(CancellationToken.None);
        await _door.StopAsync(CancellationToken.None);
        _host.Dispose();
        _door.Dispose();
        await _connections.DisposeAsync();
        await Database.DisposeAsync();
    }

    private static AccountProfile ProfileOf(AccountId id, int person) => new()
    {
        Account = id,
        Revision = 1,
        FullName = Parsed<PersonName>("Nguyễn Văn Mẫu"),
        PersonalId = Parsed<PersonalId>(Person(person)),
        Unit = Agency,
        Position = "Chuyên viên",
        Phone = Parsed<PhoneNumber>("0912345678"),
        Email = Parsed<EmailAddress>("mau.nv@hanoi.gov.vn"),
    };

    private static T Parsed<T>(string text)
        where T : IText<T> => T.TryParse(text, out var value) ? value : throw new FormatException(text);

    private sealed class Fixed(ICalendars calendars) : ICalendarSource
    {
        public ICalendars Current => calendars;
    }

    private sealed class Takes : IPartnerOperation<PushAccount>
    {
        public Repeatability RepeatabilityOf(PushAccount command) => Repeatability.Deduplicates();

        public Task<Outcome> CallAsync(PushAccount command, PartnerCall call, CancellationToken cancellationToken) =>
            Task.FromResult(Outcome.Done(new AccountPushed(command.Account, command.System, command.Version)));

        public Task<Outcome> AskAsync(PushAccount command, PartnerCall call, CancellationToken cancellationToken) => CallAsync(command, call, cancellationToken);
    }
}
