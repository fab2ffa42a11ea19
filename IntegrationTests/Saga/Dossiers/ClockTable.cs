using DichVuCong.Messaging;

namespace DichVuCong.Saga.Tests.Dossiers;

/// <summary>The clocks of one saga as the runtime keeps them. It is strict: an effect on a clock that is not there is a defect of the saga.</summary>
internal sealed class ClockTable
{
    private readonly Dictionary<string, SetClockEffect> _running = [];
    private readonly Dictionary<string, long> _suspended = [];

    /// <summary>The names of the clocks that run, in the alphabet's order, and of those that stand still in brackets.</summary>
    public string Names => string.Join(' ', _running.Keys.Concat(_suspended.Keys.Select(name => $"({name})")).Order(StringComparer.Ordinal));

    public string RunningNames => string.Join(' ', _running.Keys.Order(StringComparer.Ordinal));

    /// <summary>The next clock to fire.</summary>
    public SetClockEffect? Next => _running.Values.MinBy(clock => (clock.Due, clock.Name));

    public IReadOnlyCollection<SetClockEffect> Running => _running.Values;

    public bool IsRunning(string name) => _running.ContainsKey(name);

    public DateTimeOffset DueOf(string name) => _running[name].Due;

    public ClockTerms? TermsOf(string name) => _running[name].Terms;

    public long UsedOf(string name) => _suspended[name];

    public void Apply(Effect effect)
    {
        switch (effect)
        {
            case SetClockEffect set:
                _running[set.Name] = set;
                _suspended.Remove(set.Name);
                break;
            case SuspendClockEffect suspend:
                _running.Remove(suspend.Name).ShouldBeTrue($"{suspend.Name} is suspended but does not run");
                _suspended.Add(suspend.Name, suspend.Used);
                break;
            case CancelClockEffect cancel:
                (_running.Remove(cancel.Name) || _suspended.Remove(cancel.Name)).ShouldBeTrue($"{cancel.Name} is cancelled but not set");
                break;
            default:
                break;
        }
    }

    public void Remove(string name) => _running.Remove(name);
}
