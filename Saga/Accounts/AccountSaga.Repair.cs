using DichVuCong.Contracts.Accounts.Scopes;
using DichVuCong.Messaging;

namespace DichVuCong.Saga.Accounts;

/// <content>What a comparison found.</content>
public sealed partial class AccountSaga : IHandle<AccountData, TellSystemAgain>
{
    /// <summary>
    /// A system holds something else, though it was told. It is told once more, in a version beyond its own: it takes none that is not newer,
    /// and may have a newer one than ours where we were rolled back to a backup.
    /// </summary>
    public Decision<AccountData> Handle(AccountData state, TellSystemAgain message, Occasion occasion) =>
        Decide(state, occasion, decision => decision.TellAgain(message.System, message.Version));
}
