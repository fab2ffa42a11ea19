using DichVuCong.Cli.Running;
using DichVuCong.Messaging;
using DichVuCong.Payments.Desk;
using DichVuCong.Registries.Accounts;
using DichVuCong.Registries.Accounts.Desk;
using DichVuCong.Runtime.Doors;
using DichVuCong.Runtime.Restoring;
using DichVuCong.Saga;
using DichVuCong.Saga.Accounts;
using Microsoft.Extensions.Logging.Abstractions;

namespace DichVuCong.Cli.Commands.Accounts;

/// <summary>The door of accounts for as long as a command runs: an order is durable before the command says so.</summary>
internal sealed class AccountDoor : IAsyncDisposable
{
    private readonly Door _door;

    private AccountDoor(Workplace work) => _door = new Door(
        work.Database, new Topology().AddAccounts(new AccountRules()).AddAccountDoorRecords(), [new AccountRecorder(work.Sealer), new AccountFeedRecorder()],
        new DoorOptions { Committers = 2 }, work.Environment.Time, NullLogger<Door>.Instance);

    /// <summary>Who gives orders: unchanging, so that four eyes are told apart.</summary>
    public static string By(Workplace work) => Signatory.OfCommand(work.Environment.Person).Account;

    /// <summary>Opens it.</summary>
    public static async Task<AccountDoor> OpenAsync(Workplace work, CancellationToken cancellationToken)
    {
        await Incarnation.RequireAsync(work.Source, cancellationToken);
        var door = new AccountDoor(work);
        await door._door.StartAsync(cancellationToken);
        // A door that cannot open ends instead: its failure is the answer.
        await await Task.WhenAny(door._door.Opened, door._door.ExecuteTask!);
        return door;
    }

    /// <summary>Gives one order.</summary>
    public static async Task SayAsync(Workplace work, IReadOnlyList<object> messages, CancellationToken cancellationToken)
    {
        await using var door = await OpenAsync(work, cancellationToken);
        await door.AcceptAsync(new DoorCall { Messages = [.. messages.Select(NewAccounts.Said)] }, cancellationToken);
    }

    /// <summary>Hands a call in.</summary>
    public Task<DoorAnswer> AcceptAsync(DoorCall call, CancellationToken cancellationToken) => _door.AcceptAsync(call, cancellationToken);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _door.StopAsync(CancellationToken.None);
        _door.Dispose();
    }
}
