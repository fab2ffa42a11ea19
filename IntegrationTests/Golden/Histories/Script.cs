using DichVuCong.Messaging;

namespace DichVuCong.Golden.Tests.Histories;

/// <summary>
/// How a history came about when it was recorded first: messages at their times, clocks firing on the way. Once recorded, the file counts and
/// the script is only where to look for what was meant.
/// </summary>
internal sealed class Script
{
    private readonly Player _player;
    private readonly List<HistoryStep> _steps = [];
    private readonly string _saga;
    private readonly string _key;
    private DateTimeOffset _now = GoldenCalendars.At("2026-03-02T09:00");
    private int _calendar = 1;

    private Script(string saga, string name, string about, string key)
    {
        (_saga, Name, About, _key) = (saga, name, about, key);
        _player = new Player(saga);
    }

    public string Name { get; }

    public string About { get; }

    public History History => new(_saga, About, _steps);

    public static Script Of(string saga, string name, string about, string key) => new(saga, name, about, key);

    /// <summary>Hands a message over, now.</summary>
    public Script Give(object message)
    {
        var stored = StoredMessage.Of(message);
        _steps.Add(new HistoryStep(_now, _calendar, stored, _player.Play(_now, _calendar, stored)));
        return this;
    }

    /// <summary>Hands a message over at a local time.</summary>
    public Script At(string local, object message) => GoTo(local).Give(message);

    /// <summary>Hands a message over that comes before the firing of clocks that are due by then: the lane was behind.</summary>
    public Script BeforeTheClocks(string local, object message)
    {
        _now = GoldenCalendars.At(local);
        return Give(message);
    }

    /// <summary>Lets time pass; every clock that comes due on the way fires.</summary>
    public Script GoTo(string local) => GoTo(GoldenCalendars.At(local));

    private Script GoTo(DateTimeOffset then)
    {
        while (_player.Clocks.Running is [var clock, ..] && clock.Due <= then)
        {
            _now = clock.Due > _now ? clock.Due : _now;
            Give(new ClockFired(_key, clock.Name, Serial: 1, clock.Due));
        }

        _now = then > _now ? then : _now;
        return this;
    }

    /// <summary>Lets so much time pass.</summary>
    public Script Wait(TimeSpan time) => GoTo(_now + time);

    /// <summary>A new version of the calendars: every clock that moves is told.</summary>
    public Script ChangeCalendar(int version)
    {
        _calendar = version;
        var calendars = GoldenCalendars.Of(version);
        foreach (var clock in _player.Clocks.Running.Where(clock => clock.Terms is not null))
        {
            var due = calendars.Due(clock.Terms!);
            if (due != clock.Due) Give(new ClockMoved(_key, clock.Name, due, version));
        }

        return this;
    }
}
