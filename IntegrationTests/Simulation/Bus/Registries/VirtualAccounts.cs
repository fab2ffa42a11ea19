using DichVuCong.Contracts.Accounts;
using DichVuCong.Contracts.Accounts.Scopes;
using DichVuCong.Runtime.Recording;
using DichVuCong.Saga;

namespace DichVuCong.Simulation.Bus.Registries;

/// <summary>The rows of accounts, scopes and comparisons that matter here: the last of each.</summary>
internal sealed class VirtualAccounts(string endpoint) : IVirtualRecorder
{
    private readonly Dictionary<string, UpdateScopeRow> _scopes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, UpdateAccountRow> _accounts = new(StringComparer.Ordinal);

    public string Endpoint => endpoint;

    /// <summary>The scopes that are shown, by their key.</summary>
    public IReadOnlyDictionary<string, UpdateScopeRow> Scopes => _scopes;

    /// <summary>The accounts' rows.</summary>
    public IReadOnlyDictionary<string, UpdateAccountRow> Accounts => _accounts;

    /// <summary>How many conflicts were told.</summary>
    public int Conflicts { get; private set; }

    /// <summary>The recorders of the accounts, of their events and of the scopes.</summary>
    public static IReadOnlyList<VirtualAccounts> All() => [new(AccountEndpoints.Registry), new(AccountEndpoints.Feed), new(ScopeEndpoints.Registry)];

    public void Record(IReadOnlyList<RecordedMessage> messages)
    {
        foreach (var recorded in messages)
        {
            switch (recorded.Message)
            {
                case UpdateScopeRow row:
                    _scopes[recorded.Key] = row;
                    break;
                case UpdateAccountRow row:
                    _accounts[recorded.Key] = row;
                    break;
                case ScopeConflictFound:
                    Conflicts++;
                    break;
                default:
                    break;
            }
        }
    }
}
