using DichVuCong.Sandbox.Faults;
using DichVuCong.Sandbox.Settings;
using DichVuCong.Sandbox.Timing;

namespace DichVuCong.Sandbox.Post;

/// <summary>The post at work: postmen come some time after an order, and go on step by step.</summary>
internal sealed class PostDesk : IDisposable
{
    private readonly PostBook _book;
    private readonly FaultBook _faults;
    private readonly CurrentSettings _settings;
    private readonly Agenda<string> _steps;

    /// <summary>Creates it.</summary>
    public PostDesk(PostBook book, FaultBook faults, CurrentSettings settings, TimeProvider time)
    {
        (_book, _faults, _settings) = (book, faults, settings);
        _steps = new Agenda<string>(time, Step);
    }

    /// <summary>Takes an order.</summary>
    /// <returns>False when it was there already.</returns>
    public bool Take(string number, string customer, long cash, bool forgetsToLook)
    {
        var isNew = _book.Find(number) is null;
        var isTaken = _book.Take(number, customer, cash, forgetsToLook);
        if (isNew && isTaken) Plan(number);
        return isTaken;
    }

    /// <summary>Cancels an order; null when there is none, false when the parcel is on its way.</summary>
    public bool? Cancel(string number) => _book.Cancel(number, order => WayOf(number).Take(order.StepsTaken).Any(step => step.IsPickUp));

    /// <summary>Goes on with the orders that were brought back.</summary>
    public void Resume()
    {
        foreach (var order in _book.Orders.Where(order => !order.IsCancelled && order.StepsTaken < WayOf(order.Number).Count)) Plan(order.Number);
    }

    /// <inheritdoc/>
    public void Dispose() => _steps.Dispose();

    private void Step(string number)
    {
        // A post that is down does nothing; it goes on afterwards.
        if (_faults.IsDown(Parties.Post)) Plan(number);
        else if (_book.Step(number, WayOf(number), _faults.Draw(Parties.Post, FaultKind.UnknownCode, number) is not null)) Plan(number);
    }

    private IReadOnlyList<PostStep> WayOf(string number) => PostJourneys.Of(_settings.Value.Seed, number);

    private void Plan(string number)
    {
        var step = _settings.Value.StepMilliseconds;
        _steps.Add(number, TimeSpan.FromMilliseconds(Chance.Between(step[0], step[1], _settings.Value.Seed, "post-step", number, _book.Find(number)?.StepsTaken ?? 0)));
    }
}
