using System.Buffers.Binary;
using DichVuCong.Contracts.Dossiers;
using DichVuCong.Contracts.Notifications;
using DichVuCong.Messaging;
using DichVuCong.Runtime.Journal;
using DichVuCong.Runtime.Lanes;
using DichVuCong.Runtime.Naming;

namespace DichVuCong.Cli.Load.Seeding;

/// <summary>What all lives have in common. It may be shared by threads.</summary>
/// <param name="Topology">The sagas.</param>
/// <param name="Vocabulary">The numbers of names.</param>
/// <param name="Calendars">The calendars.</param>
/// <param name="Now">Where the time has come: what would happen later has not happened.</param>
internal sealed record LifeWorld(Topology Topology, Vocabulary Vocabulary, ICalendars Calendars, DateTimeOffset Now)
{
    private readonly Dictionary<Type, short> _types = Topology.Messages.ToDictionary(type => type.ClrType, Vocabulary.Type);

    /// <summary>The number of a message's type.</summary>
    public short TypeOf(Type message) => _types[message];
}

/// <summary>
/// Lets a dossier live: the sagas themselves decide, at the times at which things would have happened, and their clocks fire. What they want written
/// is kept instead of written.
/// </summary>
internal sealed class LifePlayer
{
    private readonly LifeWorld _world;
    private readonly SeededLife _life;
    private readonly Random _random;
    private readonly SeededSaga _dossier;
    private readonly SeededSaga _notices;
    private readonly short _lane;
    private readonly long _number;
    private readonly Queue<Action> _afterwards = [];
    private short _ids;

    public LifePlayer(LifeWorld world, SeededLife life, long number, long firstSaga, Random random)
    {
        (_world, _life, _number, _random) = (world, life, number, random);
        _dossier = new SeededSaga(firstSaga, world.Topology.Sagas[Saga.Endpoints.Dossiers]);
        _notices = new SeededSaga(firstSaga + 1, world.Topology.Sagas[Saga.Endpoints.Notices]);
        _lane = Lane.Of(life.Birth.Dossier.Value);
        life.Sagas.Add(_dossier);
    }

    /// <summary>Something happens, unless the time has not come that far. Clocks that were due before fire first.</summary>
    /// <returns>The id of the message; null when it has not happened.</returns>
    public Guid? Happen(DateTimeOffset at, object message)
    {
        if (at > _world.Now) return null;
        FireUntil(at);
        return Decide(_dossier, at, message);
    }

    /// <summary>Lets the clocks fire that are due by now.</summary>
    public void Settle() => FireUntil(_world.Now);

    /// <summary>A call to a partner came back.</summary>
    public void Call<TCommand>(short line, DateTimeOffset at, int attempt, JournalOutcome outcome, Guid id, Guid? cause, SeededSaga? saga = null)
    {
        if (at > _world.Now) return;
        _life.Journal.Add(new JournalEntry(
            at, (saga ?? _dossier).Id, attempt, (short)-line, _world.TypeOf(typeof(TCommand)), outcome, Edge: null, Calendar: null, id, cause)
        {
            Took = 60 + _random.Next(900),
        });
    }

    /// <summary>The lines of the providers of notices.</summary>
    public required (short Sms, short Email) NoticeLines { get; init; }

    public Guid NewId()
    {
        // Among ten million lives two may draw alike: the number of the life keeps their ids apart.
        Span<byte> bytes = stackalloc byte[16];
        _random.NextBytes(bytes);
        BinaryPrimitives.WriteInt64LittleEndian(bytes[8..], _number);
        BinaryPrimitives.WriteInt16LittleEndian(bytes[6..], _ids++);
        return new Guid(bytes);
    }

    private void FireUntil(DateTimeOffset at)
    {
        for (var fired = 0; fired < 40; fired++)
        {
            var due = _dossier.Clocks.Where(clock => clock.Value.SuspendedWith is null && clock.Value.Set.Due <= at).OrderBy(clock => clock.Value.Set.Due).Take(1).ToList();
            if (due is not [var (name, clock)]) return;
            Decide(_dossier, clock.Set.Due, new ClockFired(_life.Birth.Dossier.Value, name, clock.Serial, clock.Set.Due));
            // A firing that was handled without setting the clock again leaves none.
            if (_dossier.Clocks.TryGetValue(name, out var after) && after.Serial == clock.Serial) _dossier.Clocks.Remove(name);
        }
    }

    /// <summary>Decides, and lets happen what follows from it at once: notices and their sending.</summary>
    private Guid Decide(SeededSaga saga, DateTimeOffset at, object message)
    {
        var id = DecideOnce(saga, at, message);
        while (_afterwards.TryDequeue(out var next)) next();
        return id;
    }

    private Guid DecideOnce(SeededSaga saga, DateTimeOffset at, object message)
    {
        var id = NewId();
        saga.LastNow = at > saga.LastNow ? at : saga.LastNow;
        var decision = saga.Definition.Steps[message.GetType()].Decide(saga.State, message, new Occasion(saga.LastNow, _world.Calendars, id, at));
        saga.State = decision.StateObject;
        saga.Version++;
        _life.Journal.Add(new JournalEntry(
            saga.LastNow, saga.Id, saga.Version, _lane, _world.TypeOf(message.GetType()), JournalOutcome.Decided, decision.Edge, _world.Calendars.Version, id, Cause: null));
        foreach (var effect in decision.Effects) Take(saga, effect, id);
        return id;
    }

    private void Take(SeededSaga saga, Effect effect, Guid cause)
    {
        switch (effect)
        {
            case SetClockEffect set:
                saga.Clocks[set.Name] = (set, null, saga.Version);
                break;
            case SuspendClockEffect suspend when saga.Clocks.TryGetValue(suspend.Name, out var clock):
                saga.Clocks[suspend.Name] = (clock.Set, suspend.Used, saga.Version);
                break;
            case CancelClockEffect cancel:
                saga.Clocks.Remove(cancel.Name);
                break;
            case SendEffect { Command: var command }:
                Take(saga, command, cause);
                break;
        }
    }

    private void Take(SeededSaga saga, object command, Guid cause)
    {
        switch (command)
        {
            case UpdateDossierRow row:
                _life.Row = row;
                break;
            case KeepHistoryRow row:
                _life.History.Add(row);
                break;
            case KeepFlag flag:
                _life.Flags.Add((NewId(), flag));
                break;
            case CountFigure figure:
                _life.Figures.Add(figure);
                break;
            case KeepNotice notice:
                _life.Notices[(notice.Occasion, notice.Channel)] = (notice, saga.LastNow);
                break;
            case NotifyApplicant notify:
                Notify(notify, saga.LastNow.AddMilliseconds(40));
                break;
            case SendSms sms:
                Send<SendSms>(NoticeLines.Sms, new NoticeSent(sms.Dossier, sms.Occasion, NoticeChannels.Sms), saga.LastNow, cause);
                break;
            case SendEmail email:
                Send<SendEmail>(NoticeLines.Email, new NoticeSent(email.Dossier, email.Occasion, NoticeChannels.Email), saga.LastNow, cause);
                break;
        }
    }

    private void Notify(NotifyApplicant notify, DateTimeOffset at)
    {
        if (at > _world.Now) return;
        if (!_life.Sagas.Contains(_notices)) _life.Sagas.Add(_notices);
        _afterwards.Enqueue(() => DecideOnce(_notices, at, notify));
    }

    private void Send<TCommand>(short line, NoticeSent sent, DateTimeOffset at, Guid cause)
    {
        if (at.AddSeconds(1) > _world.Now) return;
        Call<TCommand>(line, at.AddMilliseconds(700), attempt: 1, JournalOutcome.Done, NewId(), cause, _notices);
        _afterwards.Enqueue(() => DecideOnce(_notices, at.AddMilliseconds(740), sent));
    }
}
