using System.Text;
using DichVuCong.Contracts;
using DichVuCong.Contracts.Dossiers;
using DichVuCong.Messaging;
using DichVuCong.Runtime.Doors;
using DichVuCong.Saga;
using DichVuCong.Saga.Dossiers;
using DichVuCong.Simulation.Bus;
using DichVuCong.Simulation.Bus.Doors;
using DichVuCong.Simulation.Bus.Lines;
using DichVuCong.Simulation.Invariants;
using DichVuCong.Simulation.Plans;

namespace DichVuCong.Simulation.Partners.Portal;

/// <summary>The portal, and the counters of the coordination system: they file, complete, repeat, and now and then confuse their ids.</summary>
internal sealed class ModelledPortal(World world) : IModelledPartner
{
    private readonly SortedDictionary<string, Submission> _submissions = new(StringComparer.Ordinal);
    private readonly Dictionary<int, Filing> _filings = [];
    private readonly FilingBuilder _builder = new(world);

    /// <summary>The portal's own account of what it was answered.</summary>
    public IEnumerable<Submission> Submissions => _submissions.Values;

    public IEnumerable<Invariant> Invariants => PortalInvariants.All(this);

    public void Declare(Topology topology, VirtualLineDirectory lines)
    {
        // Nobody calls the portal: it follows the feed.
    }

    public void Forget(string partner, DateTimeOffset since)
    {
        // The portal keeps its account.
    }

    /// <summary>The code of a dossier, as the portal or the agency's counter knows it.</summary>
    public string? CodeOf(int number) => _submissions.GetValueOrDefault($"f{number}")?.Code;

    /// <summary>Notes a code that an agency gave to a dossier of its own counter.</summary>
    public void Note(int number, string code) => SubmissionOf($"f{number}").Answers.Add((0, DoorVerdict.New, code));

    public void File(Filing filing)
    {
        _filings[filing.Number] = filing;
        Send(filing, content: 1, number: 0);
    }

    /// <summary>The same call again, or another content under its id.</summary>
    public void FileAgain(int number, bool otherContent)
    {
        if (_filings.TryGetValue(number, out var filing)) Send(filing, otherContent ? 2 : 1, number: otherContent ? 2 : 1);
    }

    /// <summary>The applicant completes a dossier.</summary>
    public void Supplement(int number, int serial)
    {
        if (CodeOf(number) is not { } code) return;
        var submission = SubmissionOf($"s{number}.{serial}");
        var identity = new CallIdentity(Endpoints.Supplements, Encoding.UTF8.GetBytes(submission.Id), [1]);
        Request("supplement", (number * 100) + serial, submission, 1, () => (world.Door.Recall(identity), world.Registry.Find(code)) switch
        {
            ({ } earlier, _) => (null, earlier),
            (_, null) => (null, null),
            (_, { Shown.State: var state }) when StateGraph.IsFinal(state) => (null, null),
            (_, { } dossier) => (Supplement(identity, dossier.Code, dossier.Revision + 1, dossier.Flow), null),
        });
    }

    private void Send(Filing filing, int content, int number) =>
        Request("filing", (filing.Number * 10) + number, SubmissionOf($"f{filing.Number}"), content, () => _builder.Build(filing, content));

    private void Request(string kind, long about, Submission submission, int content, Func<(DoorCall?, DoorAnswer?)> build) =>
        new Requester(world, kind, about, build, answer =>
        {
            world.Note("answered", submission.Id, (int)answer.Verdict);
            submission.Answers.Add((content, answer.Verdict, Requester.TextOf(answer)));
        }).Start();

    private DoorCall Supplement(CallIdentity identity, DossierCode code, int revision, int flow) => new()
    {
        Identity = identity,
        Answer = Encoding.UTF8.GetBytes($"{code} {revision}"),
        Messages = [new DoorMessage(new SupplementDossier(code, revision, world.Now), flow)],
        Records = [new StoredRevision(code.Value, revision)],
    };

    private Submission SubmissionOf(string id)
    {
        if (!_submissions.TryGetValue(id, out var submission)) _submissions.Add(id, submission = new Submission(id));
        return submission;
    }
}
