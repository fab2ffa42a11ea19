using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using DichVuCong.Adapters.OneStop.Outbound;
using DichVuCong.Contracts.Accounts;
using DichVuCong.Contracts.Accounts.Scopes;
using DichVuCong.Messaging;

namespace DichVuCong.Adapters.OneStop.Accounts;

/// <summary>Compares our officers of an agency with those of its system, and brings back who differs and what the system holds of them.</summary>
/// <param name="http">A client of <see cref="OneStopHttp"/>.</param>
/// <param name="directory">The systems' settings.</param>
/// <param name="ours">Our side.</param>
/// <param name="time">Measures the time-out of calls.</param>
public sealed class CompareDigestsOperation(HttpClient http, IOneStopDirectory directory, IAgencyOfficers ours, TimeProvider time) : IPartnerOperation<CompareDigests>
{
    /// <summary>How many officers one comparison brings back; the rest comes with the next.</summary>
    public const int MostOfficers = 100;

    private const int OfficersAQuestion = 20;
    private readonly AccountCall _call = new(http, directory, time);

    /// <inheritdoc/>
    public Repeatability RepeatabilityOf(CompareDigests command) => Repeatability.Deduplicates();

    /// <inheritdoc/>
    public async Task<Outcome> CallAsync(CompareDigests command, PartnerCall call, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(command);
        ArgumentNullException.ThrowIfNull(call);
        try
        {
            return Outcome.Done(await CompareAsync(command, new Peer(_call, command, call.Timeout), cancellationToken));
        }
        catch (PeerFailedException failed) when (failed.Refusal is { } text)
        {
            return Outcome.Refused(failed.Outcome.Reason!, new ComparisonRefused(command.System, command.Agency, command.Run, text));
        }
        catch (PeerFailedException failed)
        {
            // Questions change nothing: whatever became of one, all of them can be asked again.
            return Outcome.Transient(failed.Outcome.Reason ?? "no answer", failed.Outcome.RetryAfter);
        }
    }

    /// <inheritdoc/>
    public Task<Outcome> AskAsync(CompareDigests command, PartnerCall call, CancellationToken cancellationToken) => CallAsync(command, call, cancellationToken);

    private async Task<DigestsCompared> CompareAsync(CompareDigests command, Peer peer, CancellationToken cancellationToken)
    {
        var officers = await ours.ReadAsync(command.System, command.Agency, cancellationToken);
        var digest = new AgencyDigest(officers.Select(officer => KeyValuePair.Create(officer.Account, officer.Hash)));
        var root = await peer.RootAsync(cancellationToken);
        var underWay = officers.Where(officer => officer.IsUnderWay).Select(officer => officer.Account).ToHashSet();
        var differing = (await DigestComparison.DifferencesAsync(digest, root, peer, cancellationToken)).Where(account => !underWay.Contains(account)).ToList();
        var found = new List<DifferingOfficer>();
        foreach (var some in differing.Take(MostOfficers).Chunk(OfficersAQuestion)) found.AddRange(await FindAsync(command.System, some, peer, cancellationToken));
        return new DigestsCompared(command.System, command.Agency, command.Run, digest.Root, root, differing.Count, found);
    }

    private async Task<IEnumerable<DifferingOfficer>> FindAsync(string system, IReadOnlyList<AccountId> accounts, Peer peer, CancellationToken cancellationToken)
    {
        var known = await ours.KnownAsync(system, accounts, cancellationToken);
        var held = (await peer.HeldAsync(accounts, cancellationToken)).Where(officer => accounts.Contains(officer.Account)).DistinctBy(officer => officer.Account).ToDictionary(officer => officer.Account);
        return accounts.Select(account =>
        {
            var theirs = held.GetValueOrDefault(account) ?? new HeldOfficer(account, Version: 0, []);
            // What a clock that is too far ahead said is refused here as it is at the door.
            var scopes = theirs.Scopes.Where(change => change.Account == account && ScopeChecks.FaultOf(change, time.GetUtcNow()) is null).ToList();
            var alone = known.GetValueOrDefault(account, []).Except(theirs.Scopes.Select(change => change.Procedure)).ToList();
            return new DifferingOfficer(account, theirs.Version, known.ContainsKey(account), scopes, alone);
        });
    }

    private sealed class PeerFailedException(Outcome outcome, string? refusal) : Exception(outcome.Reason)
    {
        public Outcome Outcome { get; } = outcome;

        public string? Refusal { get; } = refusal;
    }

    private sealed class Peer(AccountCall call, CompareDigests command, TimeSpan timeout) : IDigestPeer
    {
        public async Task<string> RootAsync(CancellationToken cancellationToken) => (await NodesOfAsync([], cancellationToken)).Root;

        public async Task<IReadOnlyList<IReadOnlyList<string>>> NodesAsync(IReadOnlyList<string> places, CancellationToken cancellationToken)
        {
            var nodes = (await NodesOfAsync(places, cancellationToken)).Nodes;
            return nodes.Count == places.Count && nodes.All(node => node.Count == AgencyDigest.Width) ? nodes : throw Broken();
        }

        public async Task<IReadOnlyDictionary<AccountId, string>> OfficersAsync(IReadOnlyList<string> places, CancellationToken cancellationToken) =>
            (await AskAsync(AccountPaths.DigestOfficers, Question(places), AccountWireJson.Default.DigestOfficers, cancellationToken)).Officers;

        public async Task<IReadOnlyList<HeldOfficer>> HeldAsync(IReadOnlyList<AccountId> accounts, CancellationToken cancellationToken) =>
            (await AskAsync(
                AccountPaths.Held, JsonSerializer.SerializeToUtf8Bytes(new HeldQuestion(accounts), AccountWireJson.Default.HeldQuestion), AccountWireJson.Default.HeldOfficers,
                cancellationToken)).Officers;

        private static PeerFailedException Broken() => new(Outcome.Transient("the answer is not what was asked for"), refusal: null);

        private Task<DigestNodes> NodesOfAsync(IReadOnlyList<string> places, CancellationToken cancellationToken) =>
            AskAsync(AccountPaths.Nodes, Question(places), AccountWireJson.Default.DigestNodes, cancellationToken);

        private byte[] Question(IReadOnlyList<string> places) =>
            JsonSerializer.SerializeToUtf8Bytes(new DigestQuestion(command.Agency, places), AccountWireJson.Default.DigestQuestion);

        private async Task<T> AskAsync<T>(string path, byte[] body, JsonTypeInfo<T> json, CancellationToken cancellationToken)
            where T : class
        {
            var answer = await call.AskAsync(command.System, path, body, json, [], timeout, cancellationToken);
            return answer.Value ?? throw new PeerFailedException(answer.Failure!, answer.Refusal);
        }
    }
}
