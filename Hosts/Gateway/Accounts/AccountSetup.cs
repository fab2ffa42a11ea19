using DichVuCong.Gateway.Accounts.Activity;
using DichVuCong.Gateway.Accounts.Changes;
using DichVuCong.Gateway.Accounts.Citizens;
using DichVuCong.Gateway.Accounts.Contract;
using DichVuCong.Gateway.Accounts.Events;
using DichVuCong.Gateway.Accounts.Proposals;
using DichVuCong.Gateway.Accounts.Requests;
using DichVuCong.Gateway.Accounts.Views;
using DichVuCong.Messaging;
using DichVuCong.Registries.Accounts;
using DichVuCong.Registries.Accounts.Citizens;
using DichVuCong.Registries.Accounts.Desk;
using DichVuCong.Registries.Settings;
using DichVuCong.Saga;
using DichVuCong.Saga.Accounts;
using DichVuCong.Saga.Accounts.Citizens;

namespace DichVuCong.Gateway.Accounts;

/// <summary>The gateway's accounts: what it says to the door, its services and its addresses.</summary>
internal static class AccountSetup
{
    /// <summary>Adds the messages and the rows of accounts. The sagas run in Workers: their rules do not matter at the door.</summary>
    public static Topology AddAccountDoor(this Topology topology) => topology.AddAccounts(new AccountRules()).AddAccountDoorRecords();

    /// <summary>Adds the services.</summary>
    /// <exception cref="SettingsException">A setting cannot be.</exception>
    public static IServiceCollection AddAccountGateway(this IServiceCollection services, IConfiguration configuration) => services
        .AddSingleton(GatewayAccountOptions.Read(configuration))
        .AddSingleton<AccountUnits>()
        .AddSingleton<AccountStandings>()
        .AddSingleton<AccountProposals>()
        .AddSingleton<AccountActivity>()
        .AddSingleton(new CitizenRules())
        .AddSingleton<CitizenStore>()
        .AddSingleton<CitizenRestores>()
        .AddSingleton<AccountCallers>()
        .AddSingleton<AccountCalls>()
        .AddSingleton<UnitReader>()
        .AddSingleton<ChangeDoor>()
        .AddSingleton<CreateDesk>()
        .AddSingleton<ChangeDesk>()
        .AddSingleton<ProfileDesk>()
        .AddSingleton<RequestDesk>()
        .AddSingleton<ProposalReader>()
        .AddSingleton<ProposalDesk>()
        .AddSingleton<DecisionDesk>()
        .AddAccountContract();

    /// <summary>Adds the addresses.</summary>
    public static void Map(WebApplication app)
    {
        ChangeEndpoints.Map(app);
        AccountReadEndpoints.Map(app);
        RequestEndpoints.Map(app);
        ProposalEndpoints.Map(app);
        ActivityEndpoints.Map(app);
        ReviewEndpoints.Map(app);
        AccountEventEndpoints.Map(app);
        CitizenEndpoints.Map(app);
        AccountContract.Map(app);
    }
}
